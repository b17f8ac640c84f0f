"""Where the works are: addresses and parcels, kept as records inside the permit."""

from dataclasses import dataclass, replace
from typing import Any

from commune.core.content.records import Records
from commune.core.rules.addresses import format_address
from commune.core.rules.parcels import Parcel, format_parcel

LOCATIONS = "work_locations"
PARCELS = "parcels"


@dataclass(frozen=True)
class WorkLocation:
    """An address of the works. ``street_id`` names a street of the register; empty: ``street`` is as it was typed."""

    street: str
    number: str = ""
    postcode: str = ""
    locality: str = ""
    street_id: str = ""

    @property
    def line(self) -> str:
        """The address in one line; what is missing leaves no trace."""
        return format_address(self.street, self.number, self.postcode, self.locality)


@dataclass(frozen=True)
class ParcelRecord:
    """A parcel of the dossier. ``status``: actual, old, or unknown while no cadastre vouched for it."""

    parcel: Parcel
    status: str = "unknown"
    source: str = "manual"

    @property
    def key(self) -> str:
        return self.parcel.capakey

    @property
    def line(self) -> str:
        """The parcel as people read it, with its division."""
        return format_parcel(self.parcel, self.parcel.division)


def locations(permit: Any) -> tuple[WorkLocation, ...]:
    """The addresses, the main one first."""
    return tuple(Records(permit, LOCATIONS))


def parcels(permit: Any) -> tuple[ParcelRecord, ...]:
    """The parcels, in order of entry."""
    return tuple(Records(permit, PARCELS))


def address_line(permit: Any) -> str:
    """The main address in one line, with how many others there are; empty without any."""
    known = locations(permit)
    if not known:
        return ""
    return f"{known[0].line} (+{len(known) - 1})" if len(known) > 1 else known[0].line


def unresolved(location: WorkLocation) -> bool:
    """Whether the street still has to be found in the register."""
    return bool(location.street) and not location.street_id


def renamed(location: WorkLocation, street_id: str, name: str, postcode: str, locality: str) -> WorkLocation:
    """The address with the street as the register writes it."""
    return replace(location, street_id=street_id, street=name, postcode=postcode, locality=locality)
