"""What comes in from a form, a counter or another module, read into people and places; nothing is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commune.core.rules.addresses import format_address
from commune.core.rules.parcels import parse_references
from commune.urbanism.content.places import ParcelRecord, WorkLocation
from commune.urbanism.rules.parties import Company, Party, Person, Role

ROLES = {
    "applicants": Role.APPLICANT,
    "applicant": Role.APPLICANT,
    "owner": Role.OWNER,
    "representative": Role.REPRESENTATIVE,
    "project_author": Role.PROJECT_AUTHOR,
}
PLACES = ("locations", "location")
READ = {*ROLES, *PLACES, "parcels", "subject", "description", "submitted_on"}


@dataclass(frozen=True)
class Received:
    """A request as it was understood. ``unread`` are the texts that found no field, by where they came from."""

    subject: str
    description: str = ""
    deposited_on: date | None = None
    parties: tuple[Party, ...] = ()
    locations: tuple[WorkLocation, ...] = ()
    parcels: tuple[ParcelRecord, ...] = ()
    unread: tuple[tuple[str, str], ...] = field(default=())


def read(payload: Mapping[str, Any]) -> Received:
    """The payload of a hand-over (keys: the module's README).

    Unknown keys, and texts that were not understood, are in ``unread``.
    """
    parcels, faulty = _parcels(payload.get("parcels"))
    rest = [(name, _text(value)) for name, value in payload.items() if name not in READ and _text(value)]
    return Received(
        subject=_text(payload.get("subject")),
        description=_text(payload.get("description")),
        deposited_on=_day(payload.get("submitted_on")),
        parties=tuple(party for _place, party in people(payload)),
        locations=tuple(_location(one) for name in PLACES for one in _many(payload.get(name))),
        parcels=parcels,
        unread=(*(("parcels", text) for text in faulty), *rest),
    )


def people(payload: Mapping[str, Any]) -> Iterable[tuple[str, Party]]:
    """Everybody whom the payload names, each with the place where: ``applicants.0``, ``project_author``."""
    number = 0
    for name, role in ROLES.items():
        listed = isinstance(payload.get(name), list | tuple)
        for place, one in enumerate(_many(payload.get(name))):
            number += 1
            yield (f"{name}.{place}" if listed else name), party(f"p{number}", role, one)


def party(uid: str, role: Role, said: Any) -> Party:
    """One person as somebody wrote him down; a bare text is a name."""
    said = said if isinstance(said, Mapping) else {"name": _text(said)}
    text = {name: _text(value) for name, value in said.items()}
    person = Person(
        text.get("name") or text.get("last_name", ""),
        text.get("first_name", ""),
        text.get("nrn", ""),
        text.get("email", ""),
        text.get("phone", ""),
    )
    company = text.get("denomination") or text.get("company", "")
    who = Company(company, text.get("legal_form", ""), text.get("bce", ""), person) if company else person
    address = text.get("address") or _location(said).line
    return Party(uid, role, who, address, same_as_works=not address)


def _location(said: Any) -> WorkLocation:
    if not isinstance(said, Mapping):
        return WorkLocation(_text(said))
    number = "/".join(part for part in (_text(said.get("number")), _text(said.get("box"))) if part)
    street = _text(said.get("street")) or _text(said.get("address"))
    return WorkLocation(
        street, number, _text(said.get("postcode")), _text(said.get("locality")), _text(said.get("street_id"))
    )


def _parcels(said: Any) -> tuple[tuple[ParcelRecord, ...], list[str]]:
    found: dict[str, ParcelRecord] = {}
    faulty = []
    for one in _many(said):
        parsed = parse_references(_text(one))
        if parsed.value is None:
            faulty.append(_text(one))
        for parcel in parsed.value or ():
            found.setdefault(parcel.capakey, ParcelRecord(parcel, source="import"))
    return tuple(found.values()), [text for text in faulty if text]


def _many(said: Any) -> list[Any]:
    if said in (None, "", [], {}):
        return []
    return list(said) if isinstance(said, list | tuple) else [said]


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(_text(said)[:10])
    except ValueError:
        return None


def _text(said: Any) -> str:
    """A value as a person would write it down; what is empty gives the empty text."""
    if said is None or isinstance(said, bool):
        return "" if not said else "✓"
    if isinstance(said, Mapping):
        if {"street", "number"} & set(said):
            return format_address(*(_text(said.get(part)) for part in ("street", "number", "postcode", "locality")))
        return ", ".join(f"{name}: {_text(value)}" for name, value in said.items() if _text(value))
    if isinstance(said, list | tuple):
        return ", ".join(_text(one) for one in said if _text(one))
    return str(said).strip()
