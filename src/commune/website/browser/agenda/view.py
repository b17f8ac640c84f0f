"""Dates to come and past, by date."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from commune.website.browser.reading import Reading
from commune.website.content.event_dates import event_dates
from commune.website.i18n import _
from commune.website.workflow import listing
from commune.website.workflow.listing import Dated


@dataclass(frozen=True)
class ShownDate:
    """A line of an agenda."""

    title: str
    url: str
    summary: str
    place: str
    number: str
    month: str
    iso: str
    when: Any
    running: bool
    cancelled: bool
    repeats: bool


class Agenda(Reading):
    """``?past=1`` shows what is over."""

    @cached_property
    def past(self) -> bool:
        return bool(self.request.form.get("past"))

    @cached_property
    def dates(self) -> list[ShownDate]:
        found = listing.past(self.language) if self.past else listing.coming(self.language)
        return [shown_date(self, dated) for dated in found]


def shown_date(view: Reading, dated: Dated) -> ShownDate:
    """The date in the words of the page's language."""
    event, one = dated.event, dated.occurrence
    return ShownDate(
        title=event.title,
        url=event.absolute_url(),
        summary=event.description or "",
        place=event.location or "",
        number=view.short(one.starts, "d"),
        month=view.short(one.starts, "MMM").rstrip("."),
        iso=one.starts.isoformat(),
        when=when(view, event, one),
        running=dated.running,
        cancelled=one.cancelled,
        repeats=bool(event.recurrence),
    )


def when(view: Reading, event: Any, one: Any) -> Any:
    """The day and hours of an occurrence as a message."""
    dates = event_dates(event)
    day = view.day(one.starts, weekday=True)
    last = view.day(one.ends, weekday=True) if one.ends and not dates.whole_day else day
    if dates.whole_day:
        return day
    if one.ends is None:
        return _("${day} from ${start}", mapping={"day": day, "start": view.hour(one.starts)})
    if last != day:
        mapping = {"day": day, "start": view.hour(one.starts), "last": last, "end": view.hour(one.ends)}
        return _("${day} ${start} to ${last} ${end}", mapping=mapping)
    return _(
        "${day}, ${start}–${end}", mapping={"day": day, "start": view.hour(one.starts), "end": view.hour(one.ends)}
    )
