"""Addresses typed without script: the street of the register that was meant."""

from collections.abc import Mapping

from plone import api

from commune.core.content.streets import Street, find_streets, street_by_id
from commune.core.rules.addresses import fold


def completed(parts: Mapping[str, str]) -> dict[str, str]:
    """The parts with the id, postal code and locality of the street when the register knows exactly one.

    What was typed stays; an address that is not in the register stays free.
    """
    found = _meant(parts)
    if found is None:
        return {**parts, "street_id": ""}
    postal_code = parts.get("postal_code") or found.postcode
    return {**parts, "street_id": found.id, "postal_code": postal_code, "city": parts.get("city") or found.locality}


def _meant(parts: Mapping[str, str]) -> Street | None:
    site, typed, code = api.portal.get(), fold(parts.get("street", "")), parts.get("postal_code", "").strip()
    chosen = street_by_id(site, parts.get("street_id", ""))
    if chosen is not None and fold(chosen.name) == typed and code in ("", chosen.postcode):
        return chosen
    same = [one for one in find_streets(site, typed, limit=50) if typed in (fold(one.name), fold(one.name_de))]
    same = [one for one in same if code in ("", one.postcode)]
    return same[0] if len(same) == 1 else None
