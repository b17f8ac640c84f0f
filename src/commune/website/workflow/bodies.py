"""The bodies of the authority for citizens: who sits there today, and their public meetings."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from plone import api

from commune.core.content.clock import today
from commune.core.content.person import IMandate
from commune.website.content.council import WITHDRAWN

PRESIDING = "mayor"


@dataclass(frozen=True)
class Member:
    """A seat held today; ``role`` is the key of the mandate."""

    name: str
    role: str
    label: str
    political_list: str
    gender: str


@dataclass(frozen=True)
class BodyMeetings:
    """The meetings (brains) of a body, those to come first by day, then the past ones, the latest first."""

    id: str
    title: str
    coming: tuple[Any, ...]
    past: tuple[Any, ...]
    members: tuple[Member, ...] = ()


def bodies() -> list[BodyMeetings]:
    """Every body that has a public meeting, by name."""
    rows = api.portal.get_tool("portal_catalog")(portal_type="council_meeting", sort_on="meeting_body")
    shown = sorted((row for row in rows if row.meeting_stage != WITHDRAWN), key=lambda row: row.meeting_body)
    return [_body(body, list(found)) for body, found in groupby(shown, key=lambda row: row.meeting_body)]


def members(body: str) -> tuple[Member, ...]:
    """Who holds a seat in the body today, in the order of precedence (W-1.10)."""
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(portal_type="mandate", mandate_body=body)
    seats = [brain._unrestrictedGetObject() for brain in found]
    held = [seat for seat in seats if IMandate.providedBy(seat) and _holds(seat) and _sits(seat)]
    held.sort(key=lambda seat: (seat.rank or 0, seat.aq_parent.last_name))
    return tuple(_member(seat) for seat in held)


def _body(body: str, rows: list[Any]) -> BodyMeetings:
    day = today()
    coming = sorted((row for row in rows if row.meeting_day >= day), key=lambda row: row.meeting_day)
    over = sorted((row for row in rows if row.meeting_day < day), key=lambda row: row.meeting_day, reverse=True)
    title = rows[0]._unrestrictedGetObject().body_title or body
    return BodyMeetings(body, title, tuple(coming), tuple(over), members(body))


def _holds(seat: Any) -> bool:
    return seat.start <= today() and (seat.end is None or today() <= seat.end)


def _sits(seat: Any) -> bool:
    return "member" in (seat.usages or ())


def _member(seat: Any) -> Member:
    person = seat.aq_parent
    return Member(person.title, seat.role, seat.label or "", seat.political_list or "", person.gender or "unknown")
