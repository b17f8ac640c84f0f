"""Who sits where on a day, from the persons of the site."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plone import api

from commune.core.rules.mandates import Gender, holders
from commune.core.rules.mandates import Mandate as Facts


@dataclass(frozen=True)
class Seat:
    """A mandate and who holds it. ``label`` is how the role is printed, in the person's gender."""

    uid: str
    person: str
    name: str
    first_name: str
    last_name: str
    gender: str
    user_id: str
    email: str
    body: str
    role: str
    label: str
    political_list: str
    rank: int
    start: date
    end: date | None
    usages: frozenset[str]


def seats(day: date, body: str = "", role: str = "") -> tuple[Seat, ...]:
    """The seats held on ``day`` in a body (``""``: in all of them), in order of precedence."""
    found = {seat.uid: seat for seat in map(_seat, _mandates(body))}
    facts = {_facts(seat): seat for seat in found.values()}
    bodies = dict.fromkeys(seat.body for seat in found.values())
    return tuple(facts[one] for name in sorted(bodies) for one in holders(facts, day, name, role))


def seat_of(user_id: str, day: date, body: str) -> Seat | None:
    """The seat that the account's holder has in a body on a day."""
    return next((seat for seat in seats(day, body) if user_id and seat.user_id == user_id), None)


def _mandates(body: str) -> list[Any]:
    query = {"portal_type": "mandate", **({"mandate_body": body} if body else {})}
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)
    return [brain._unrestrictedGetObject() for brain in brains]


def _facts(seat: Seat) -> Facts:
    return Facts(
        seat.uid, seat.body, seat.role, seat.start, seat.end, seat.rank, seat.political_list, Gender(seat.gender)
    )


def _seat(mandate: Any) -> Seat:
    person = mandate.aq_parent
    gender = person.gender or "unknown"
    facts = Facts("", mandate.body, mandate.role, mandate.start, mandate.end, gender=Gender(gender))
    return Seat(
        uid=mandate.UID(),
        person=person.UID(),
        name=person.title,
        first_name=person.first_name or "",
        last_name=person.last_name or "",
        gender=gender,
        user_id=person.user_id or "",
        email=person.email or "",
        body=mandate.body,
        role=mandate.role,
        label=mandate.label or facts.label(),
        political_list=mandate.political_list or "",
        rank=mandate.rank or 0,
        start=mandate.start,
        end=mandate.end,
        usages=frozenset(mandate.usages or ()),
    )
