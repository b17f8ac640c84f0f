"""Is it open at this instant, until when, and if not when again; the same for search engines."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commune.website.rules.opening_hours import (
    DAY,
    DayHours,
    HoursException,
    Interval,
    Kind,
    OpeningHours,
    Week,
    day_hours,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
SEARCH_DAYS = 60
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class OpenNow:
    """The state at an instant, in local time.

    ``code``: ``open_until``, ``open`` (no end within sixty days), ``reopens_today``, ``reopens_on``,
    ``see_announcement``. ``label`` explains today when an exception, holiday or season decides it.
    """

    code: str
    at: datetime | None = None
    label: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.code.startswith("open")


def instant(day: date, minutes: int, zone: ZoneInfo = BRUSSELS) -> datetime:
    """The UTC instant of a wall-clock time; a repeated time is its first, a skipped one keeps the offset before."""
    shifted = day + timedelta(days=minutes // DAY)
    clock = time(minutes % DAY // 60, minutes % 60)
    return datetime.combine(shifted, clock, zone).astimezone(UTC)


def open_now(
    hours: OpeningHours, now: datetime, kinds: Collection[Kind] = (Kind.WALK_IN,), zone: ZoneInfo = BRUSSELS
) -> OpenNow:
    """The state at ``now`` (aware), counting the intervals of ``kinds``."""
    today = now.astimezone(zone).date()
    plans = [day_hours(hours, today + timedelta(days=n)) for n in range(-1, SEARCH_DAYS + 1)]
    spans = _spans(plans, kinds, zone)
    label = plans[1].label if plans[1].source != "base" else ""
    running = next((span for span in spans if span[0] <= now < span[1]), None)
    if running:
        notes = _notes(plans[:2], kinds, now, zone)
        endless = running[1] >= instant(today, SEARCH_DAYS * DAY, zone)
        until = None if endless else running[1].astimezone(zone)
        return OpenNow("open_until" if until else "open", until, label, notes)
    coming = next((span[0].astimezone(zone) for span in spans if span[0] > now), None)
    if coming is None:
        return OpenNow("see_announcement", None, label)
    return OpenNow("reopens_today" if coming.date() == today else "reopens_on", coming, label)


def json_ld(hours: OpeningHours) -> tuple[dict[str, object], ...]:
    """The hours as ``OpeningHoursSpecification`` of schema.org; appointments and telephone are left out."""
    found = list(_week_ld(hours.base))
    for season in hours.seasons:
        dates = {"validFrom": season.first.isoformat(), "validThrough": season.last.isoformat()}
        found += [{**one, **dates} for one in _week_ld(season.week)]
    for exception in hours.exceptions:
        found += _exception_ld(hours, exception)
    return tuple(found)


def _spans(plans: Iterable[DayHours], kinds: Collection[Kind], zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    bounds = sorted(
        (instant(plan.day, one.opens, zone), instant(plan.day, one.end, zone))
        for plan in plans
        for one in plan.intervals
        if one.kind in kinds
    )
    joined: list[tuple[datetime, datetime]] = []
    for start, end in bounds:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _notes(plans: Iterable[DayHours], kinds: Collection[Kind], now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    return tuple(
        one.note
        for plan in plans
        for one in plan.intervals
        if one.note
        and one.kind in kinds
        and instant(plan.day, one.opens, zone) <= now < instant(plan.day, one.end, zone)
    )


def _week_ld(week: Week) -> Iterable[dict[str, object]]:
    for weekday, intervals in sorted(week.days.items()):
        for one in sorted(intervals):
            if one.kind is Kind.WALK_IN:
                yield {**_hours_ld(one), "dayOfWeek": f"https://schema.org/{_NAMES[weekday]}"}


def _exception_ld(hours: OpeningHours, exception: HoursException) -> Iterable[dict[str, object]]:
    for n in range(exception.length):
        day = exception.first + timedelta(days=n)
        dates = {"validFrom": day.isoformat(), "validThrough": day.isoformat()}
        open_then = [one for one in day_hours(hours, day).intervals if one.kind is Kind.WALK_IN]
        for one in open_then or [Interval(0, 0)]:
            yield {**_hours_ld(one), **dates}


def _hours_ld(one: Interval) -> dict[str, object]:
    opens, closes = (f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in (one.opens, min(one.closes, DAY - 1)))
    return {"@type": "OpeningHoursSpecification", "opens": opens, "closes": closes}
