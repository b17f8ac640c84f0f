"""Opening hours: week, seasons, holidays, exceptions; the hours of any day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from commune.core.rules.calendars import Calendar

DAY = 24 * 60
LONGEST_ANNOUNCEMENT = 14


class Kind(StrEnum):
    """How people are received."""

    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"
    PHONE = "phone"


class Mode(StrEnum):
    """What an exception does to the day below it."""

    CLOSED = "closed"
    REPLACE = "replace"
    ADD = "add"
    CLOSE_FROM = "close_from"


@dataclass(frozen=True, order=True)
class Interval:
    """Wall-clock minutes after midnight, ``opens`` included, ``closes`` excluded.

    ``closes`` at or before ``opens`` is on the next day; 1440 is 24:00.
    """

    opens: int
    closes: int
    kind: Kind = Kind.WALK_IN
    note: str = ""

    @property
    def end(self) -> int:
        """Closing in minutes after the midnight of the opening day (over 1440: on the next day)."""
        return self.closes if self.closes > self.opens else self.closes + DAY


@dataclass(frozen=True)
class NthWeekday:
    """Hours of the nth weekday of a month (``-1``: the last), instead of those of the weekday."""

    n: int
    weekday: int
    intervals: tuple[Interval, ...] = ()

    def covers(self, day: date) -> bool:
        if day.weekday() != self.weekday:
            return False
        if self.n == -1:
            return (day + timedelta(days=7)).month != day.month
        return (day.day - 1) // 7 + 1 == self.n


@dataclass(frozen=True)
class Week:
    """Hours by weekday (Monday 0), with the nth weekdays that differ."""

    days: Mapping[int, tuple[Interval, ...]] = field(default_factory=dict)
    nth: tuple[NthWeekday, ...] = ()

    def on(self, day: date) -> tuple[Interval, ...]:
        special = next((one for one in self.nth if one.covers(day)), None)
        return special.intervals if special else self.days.get(day.weekday(), ())


@dataclass(frozen=True)
class Season:
    """Another week from ``first`` to ``last``, both included; the highest priority wins."""

    label: str
    first: date
    last: date
    week: Week
    priority: int = 0


@dataclass(frozen=True)
class HoursException:
    """Days, both included, that differ; ``close_from`` in minutes for that mode."""

    first: date
    last: date
    mode: Mode
    intervals: tuple[Interval, ...] = ()
    close_from: int | None = None
    label: str = ""

    @property
    def length(self) -> int:
        """Number of days; the shortest exception is the most specific."""
        return (self.last - self.first).days + 1

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class OpeningHours:
    """All the hours of a contact. ``worked`` names the holidays on which it opens all the same."""

    base: Week = field(default_factory=Week)
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[HoursException, ...] = ()
    calendar: Calendar | None = None
    worked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DayHours:
    """Hours of one day, in order; ``label`` of the exception, holiday or season that decided them."""

    day: date
    intervals: tuple[Interval, ...]
    label: str = ""
    source: str = "base"


def day_hours(hours: OpeningHours, day: date) -> DayHours:
    """Hours that begin on ``day`` (the tail of the night before belongs to the day before).

    Exceptions first, the shortest deciding; then holidays, seasons, the base week. Additions and early
    closings at least as specific as what decided apply on top.
    """
    covering = [one for one in hours.exceptions if one.covers(day)]
    whole = [one for one in covering if one.mode in (Mode.CLOSED, Mode.REPLACE)]
    decisive = min(whole, key=lambda one: one.length, default=None)
    found = _below(hours, day)
    if decisive is not None:
        intervals = decisive.intervals if decisive.mode is Mode.REPLACE else ()
        found = DayHours(day, tuple(sorted(intervals)), decisive.label, "exception")
    for one in covering:
        if one not in whole and (decisive is None or one.length <= decisive.length):
            found = _modified(found, one)
    return found


def week_table(hours: OpeningHours, first: date, days: int = 7) -> tuple[DayHours, ...]:
    """Hours of ``days`` days from ``first``."""
    return tuple(day_hours(hours, first + timedelta(days=n)) for n in range(days))


def announced_closings(hours: OpeningHours, today: date) -> tuple[DayHours, ...]:
    """Days of the next fortnight on which an exception or a holiday takes hours away, to announce above the table."""
    found = []
    for planned in week_table(hours, today, LONGEST_ANNOUNCEMENT + 1):
        usual = _usual(hours, planned.day)
        if planned.source in ("exception", "holiday") and _minutes(planned.intervals) < _minutes(usual.intervals):
            found.append(planned)
    return tuple(found)


def _below(hours: OpeningHours, day: date) -> DayHours:
    holiday = hours.calendar.holiday(day) if hours.calendar else None
    if holiday is not None and holiday.name not in hours.worked:
        return DayHours(day, (), holiday.name, "holiday")
    return _usual(hours, day)


def _usual(hours: OpeningHours, day: date) -> DayHours:
    seasons = [one for one in hours.seasons if one.first <= day <= one.last]
    season = max(seasons, key=lambda one: one.priority, default=None)
    if season is None:
        return DayHours(day, tuple(sorted(hours.base.on(day))))
    return DayHours(day, tuple(sorted(season.week.on(day))), season.label, "season")


def _modified(below: DayHours, exception: HoursException) -> DayHours:
    intervals = (*below.intervals, *exception.intervals)
    if exception.mode is Mode.CLOSE_FROM and exception.close_from is not None:
        limit = exception.close_from
        kept = (one for one in below.intervals if one.opens < limit)
        intervals = tuple(replace(one, closes=limit) if one.end > limit else one for one in kept)
    return DayHours(below.day, tuple(sorted(intervals)), exception.label or below.label, "exception")


def _minutes(intervals: tuple[Interval, ...]) -> int:
    return sum(one.end - one.opens for one in intervals)
