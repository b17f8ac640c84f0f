"""Calendar files (RFC 5545) of appointments that keep their identity when they move."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Calendar, Event

TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Appointment:
    """One entry. ``uid`` never changes, ``serial`` grows with each change.

    Instants are aware, in UTC: no reader can move them at a clock change; days are for whole days, the last one
    exclusive.
    """

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None
    changed: datetime
    serial: int = 0
    place: str = ""
    url: str = ""
    description: str = ""
    cancelled: bool = False


def calendar_file(appointments: Iterable[Appointment], name: str = "") -> bytes:
    """The file; ``name`` is what calendar programs show."""
    whole = Calendar()
    whole.add("prodid", "-//Commune Suite//Calendar//FR")
    whole.add("version", "2.0")
    if name:
        whole.add("x-wr-calname", name)
    for one in appointments:
        whole.add_component(_component(one))
    return bytes(whole.to_ical())


def _component(one: Appointment) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("summary", one.title)
    event.add("dtstamp", one.changed)
    event.add("sequence", one.serial)
    event.add("dtstart", one.starts)
    if one.ends is not None:
        event.add("dtend", one.ends)
    for name, value in (("location", one.place), ("url", one.url), ("description", one.description)):
        if value:
            event.add(name, value)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    return event
