"""Streets as people write them, found in the register of the authority."""

from dataclasses import replace
from typing import Any

from commune.core.content.streets import find_streets, street_by_id
from commune.core.rules.addresses import fold
from commune.urbanism.content.places import WorkLocation


def resolve(site: Any, location: WorkLocation) -> WorkLocation:
    """The address with its street of the register; one that is not found stays as it was typed (3.4)."""
    street = street_by_id(site, location.street_id) if location.street_id else _same(site, location)
    if street is None:
        return replace(location, street_id="")
    return replace(
        location,
        street_id=street.id,
        street=street.name,
        postcode=location.postcode or street.postcode,
        locality=location.locality or street.locality,
    )


def _same(site: Any, location: WorkLocation) -> Any:
    """The one street of that name, accents and case apart, in that postal code when one is given."""
    wanted = fold(location.street)
    found = [
        street
        for street in find_streets(site, location.street, limit=50)
        if wanted in (fold(street.name), fold(street.name_de)) and location.postcode in ("", street.postcode)
    ]
    return found[0] if len(found) == 1 else None
