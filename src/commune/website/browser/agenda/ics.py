"""Events as a calendar file (RFC 5545): every instant as the page says it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from Products.Five import BrowserView

from commune.core.content.clock import now
from commune.core.workflow.calendar_file import TYPE, Appointment, calendar_file
from commune.website.browser.reading import Reading
from commune.website.content.event_dates import event_dates
from commune.website.rules.events import Occurrence, upcoming
from commune.website.workflow import listing


class AgendaCalendar(Reading):
    """Every date to come."""

    def __call__(self) -> bytes:
        return calendar(self.request, [dated.event for dated in listing.coming(self.language)])


class EventCalendar(BrowserView):
    """The dates of one event."""

    def __call__(self) -> bytes:
        return calendar(self.request, [self.context])


def calendar(request: Any, events: Iterable[Any]) -> bytes:
    """One entry for each occurrence within the horizon."""
    request.response.setHeader("Content-Type", TYPE)
    dated = ((event, event_dates(event)) for event in events)
    return calendar_file(
        _appointment(event, one, dates.whole_day) for event, dates in dated for one in upcoming(dates, now())
    )


def _appointment(event: Any, one: Occurrence, whole_day: bool) -> Appointment:
    days = (one.until - one.starts) // timedelta(days=1) or 1
    return Appointment(
        uid=f"{event.UID()}-{one.day:%Y%m%d}@{event.UID()[:8]}",
        title=event.title,
        starts=one.day if whole_day else one.starts,
        ends=one.day + timedelta(days=days) if whole_day else one.ends,
        changed=event.modified().asdatetime(),
        place=event.location or "",
        url=event.absolute_url(),
        description=event.description or "",
        cancelled=one.cancelled,
    )
