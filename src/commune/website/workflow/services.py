"""The services of the authority as citizens need them: where, when, how to reach them."""

import json
from dataclasses import dataclass, field
from typing import Any

from plone import api

from commune.core.content.calendar import authority_calendar
from commune.core.content.clock import now, today
from commune.website.rules.hours_document import read_hours
from commune.website.rules.open_now import OpenNow, open_now
from commune.website.rules.opening_hours import DayHours, Kind, OpeningHours, announced_closings, week_table


@dataclass(frozen=True)
class Service:
    """One service; ``depth`` is its level in the tree, 0 at the top."""

    uid: str
    code: str
    title: str
    url: str = ""
    kind: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    depth: int = 0
    path: str = ""
    hours: OpeningHours | None = field(default=None, repr=False)

    @property
    def state(self) -> OpenNow | None:
        """Open or closed at this moment; ``None`` without hours."""
        return open_now(self.hours, now()) if self.hours else None

    @property
    def week(self) -> tuple[DayHours, ...]:
        """The seven days from today."""
        return week_table(self.hours, today()) if self.hours else ()

    @property
    def closings(self) -> tuple[DayHours, ...]:
        """Closings of the coming fortnight."""
        return announced_closings(self.hours, today()) if self.hours else ()

    @property
    def by_appointment(self) -> bool:
        """Whether some hours of the week are by appointment."""
        return any(one.kind is Kind.APPOINTMENT for day in self.week for one in day.intervals)


def services(language: str = "") -> list[Service]:
    """The services in being today, in the order of the tree, from the catalog alone.

    They are public in themselves: their folder is for agents, what is told of them here is for everybody.
    """
    address = directory_url(language)
    return [one for brain in _brains() if (one := _service(brain, address)) is not None]


def service(uid: str | None, language: str = "") -> Service | None:
    """The service of that uid, when it is in being today."""
    brains = _brains(UID=uid) if uid else ()
    return next((one for brain in brains if (one := _service(brain, directory_url(language))) is not None), None)


def directory_url(language: str = "") -> str:
    """Where the services are shown to the public, without a slash at the end; empty when nowhere."""
    brains = api.portal.get_tool("portal_catalog")(portal_type="directory", sort_on="created")
    found = [brain for brain in brains if not language or brain.Language == language] or list(brains)
    return str(found[0].getURL()) if found else ""


def _brains(**more: Any) -> Any:
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(portal_type="organisation_unit", sort_on="path", **more)


def _service(brain: Any, address: str) -> Service | None:
    card = json.loads(brain.unit_card) if isinstance(brain.unit_card, str) else {}
    day = today().isoformat()
    if not card or not card["valid_from"] <= day or card["valid_until"] and card["valid_until"] < day:
        return None
    return Service(
        uid=brain.UID,
        code=card["code"],
        title=brain.Title,
        url=f"{address}/{card['code'].lower()}" if address else "",
        kind=card["kind"],
        email=card["email"],
        phone=card["phone"],
        address=card["address"],
        depth=brain.getPath().partition("/organisation/")[2].count("/"),
        path=brain.getPath(),
        hours=_hours(card["hours"]),
    )


def _hours(text: str) -> OpeningHours | None:
    try:
        document = json.loads(text or "null")
    except ValueError:
        return None
    return read_hours(document, authority_calendar()) if isinstance(document, dict) else None
