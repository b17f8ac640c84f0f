"""Answers carried into the words of another module: a template whose texts name answers."""

from collections.abc import Mapping
from datetime import date, datetime

from commune.core.rules.conditions import is_empty

_ADDRESS = {"street": "street", "number": "number", "box": "box", "postal_code": "postcode", "city": "locality"}


def fill(template: object, values: Mapping[str, object]) -> object:
    """The template with every text ``"$key"`` replaced by that answer, as plain data; other texts stay.

    What has no answer is left out, down to an empty mapping or list; dates become ISO text, tuples
    lists, and an address is named in the words of the other modules (``postcode``, ``locality``).
    """
    if isinstance(template, Mapping):
        filled = {str(key): fill(one, values) for key, one in template.items()}
        return {key: one for key, one in filled.items() if not is_empty(one)}
    if isinstance(template, list):
        return [one for one in (fill(part, values) for part in template) if not is_empty(one)]
    if isinstance(template, str) and template.startswith("$"):
        return plain(values.get(template[1:]))
    return template


def plain(value: object) -> object:
    """A value that travels: text, numbers, lists and mappings only."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        if "postal_code" in value:
            return {other: value[own] for own, other in _ADDRESS.items() if value.get(own)} | _street_id(value)
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if value is None or isinstance(value, (bool, int, str)):
        return "" if value is None else value
    return str(value)


def _street_id(address: Mapping[str, object]) -> dict[str, object]:
    return {"street_id": address["street_id"]} if address.get("street_id") else {}
