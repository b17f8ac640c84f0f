"""Events as a calendar file (RFC 5545): every instant as the page says it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from icalendar import Calendar, Event
from Products.Five import BrowserView

from commune.core.content.clock import now
from commune.website.browser.reading import Reading
from commune.website.content.event_dates import event_dates
from commune.website.rules.events import Occurrence, upcoming
from commune.website.workflow import listing

TYPE = "text/calendar; charset=utf-8"


class AgendaCalendar(Reading):
    """Every date to come."""

    def __call__(self) -> bytes:
        return calendar(self.request, [dated.event for dated in listing.coming(self.language)])


class EventCalendar(BrowserView):
    """The dates of one event."""

    def __call__(self) -> bytes:
        return calendar(self.request, [self.context])


def calendar(request: Any, events: Iterable[Any]) -> bytes:
    """One component for each occurrence within the horizon, in UTC: no reader can move it at a clock change."""
    request.response.setHeader("Content-Type", TYPE)
    whole = Calendar()
    whole.add("prodid", "-//Commune Suite//Website//FR")
    whole.add("version", "2.0")
    for event in events:
        dates = event_dates(event)
        for one in upcoming(dates, now()):
            whole.add_component(_component(event, one, dates.whole_day))
    return bytes(whole.to_ical())


def _component(event: Any, one: Occurrence, whole_day: bool) -> Event:
    component = Event()
    component.add("uid", f"{event.UID()}-{one.day:%Y%m%d}@{event.UID()[:8]}")
    component.add("summary", event.title)
    component.add("dtstamp", event.modified().asdatetime())
    if whole_day:
        length = (one.until - one.starts) // timedelta(days=1) or 1
        component.add("dtstart", one.day)
        component.add("dtend", one.day + timedelta(days=length))
    else:
        component.add("dtstart", one.starts)
        if one.ends:
            component.add("dtend", one.ends)
    for name, value in (
        ("location", event.location),
        ("description", event.description),
        ("url", event.absolute_url()),
    ):
        if value:
            component.add(name, value)
    component.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    return component
