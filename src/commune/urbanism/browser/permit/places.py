"""The addresses and parcels of a permit."""

from typing import Any

from commune.core.content.records import Records
from commune.core.rules.parcels import format_parcel
from commune.urbanism.content.places import LOCATIONS, PARCELS, unresolved
from commune.urbanism.content.settings import settings


class PlacesPart:
    """Lines for the template, each with the number of its record."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @property
    def locations(self) -> list[dict[str, Any]]:
        return [
            {"record": number, "line": location.line, "unresolved": unresolved(location)}
            for number, location in Records(self.page.context, LOCATIONS).items()
        ]

    @property
    def parcels(self) -> list[dict[str, Any]]:
        names = settings().divisions or {}
        return [
            {
                "record": number,
                "line": format_parcel(one.parcel, names.get(one.parcel.division, one.parcel.division)),
                "key": one.key,
                "part": one.parcel.part_only,
                "unknown": one.status == "unknown",
            }
            for number, one in Records(self.page.context, PARCELS).items()
        ]
