"""Counting days, months and years from an event: one function per legal way of counting."""

import calendar as gregorian
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from commune.core.rules.calendars import ONE_DAY, Calendar, Closure, Week


class Unit(StrEnum):
    """How a delay is counted; the day of the event is never counted.

    ``clear_days``: neither the event's day nor the target day counts. ``months_be``: the first
    counted day is the one after the event, the last the eve of its same day-number.
    ``months_eu`` and ``years``: same day-number, or the last day of a shorter month.
    """

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    OUVRABLES = "ouvrables"
    CLEAR_DAYS = "clear_days"
    MONTHS_BE = "months_be"
    MONTHS_EU = "months_eu"
    YEARS = "years"


class Direction(StrEnum):
    """After the event, or before it."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class Count:
    """Where a count ends and which closed days it stepped over."""

    end: date
    skipped: tuple[Closure, ...] = ()


def week_of(unit: Unit) -> Week | None:
    """The week a unit skips closed days of; ``None`` when it counts every day."""
    return {Unit.WORKING_DAYS: Week.MON_FRI, Unit.OUVRABLES: Week.MON_SAT}.get(unit)


def count(start: date, n: int, unit: Unit, calendar: Calendar, direction: Direction = Direction.AFTER) -> Count:
    """The day ``n`` units after (or before) ``start``; ``n`` is never negative."""
    sign = 1 if direction is Direction.AFTER else -1
    week = week_of(unit)
    if week is not None:
        return _open_days(start, n, sign, calendar, week)
    return Count(_PLAIN[unit](start, n, sign))


def _open_days(start: date, n: int, sign: int, calendar: Calendar, week: Week) -> Count:
    day, skipped = start, []
    while n > 0:
        day += sign * ONE_DAY
        closure = calendar.closure(day, week)
        if closure is None:
            n -= 1
        else:
            skipped.append(closure)
    return Count(day, tuple(skipped))


def add_months(day: date, months: int) -> date:
    """The same day-number ``months`` later (negative: earlier), clamped to the month's end."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))


def _months_be(start: date, n: int, sign: int) -> date:
    first = start + sign * ONE_DAY
    target = add_months(first, sign * n)
    if target.day < first.day:
        return target if sign > 0 else target + ONE_DAY
    return target - sign * ONE_DAY


_PLAIN: dict[Unit, Callable[[date, int, int], date]] = {
    Unit.CALENDAR_DAYS: lambda start, n, sign: start + timedelta(days=sign * n),
    Unit.CLEAR_DAYS: lambda start, n, sign: start + timedelta(days=sign * (n + 1)),
    Unit.MONTHS_BE: _months_be,
    Unit.MONTHS_EU: lambda start, n, sign: add_months(start, sign * n),
    Unit.YEARS: lambda start, n, sign: add_months(start, sign * 12 * n),
}


def open_days_between(after: date, until: date, calendar: Calendar, unit: Unit) -> int:
    """How many counted days lie in (``after``, ``until``]; negative when ``until`` comes first."""
    if until < after:
        return -open_days_between(until, after, calendar, unit)
    week = week_of(unit)
    if week is None:
        return (until - after).days
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    return sum(calendar.closure(day, week) is None for day in days)


def registered_letter(posted: date, calendar: Calendar, week: Week = Week.MON_FRI) -> date:
    """The day zero of a delay opened by a registered letter (DL-5).

    The first counted day is the first open day after posting; what comes back is its eve,
    to be given as the start of a deadline.
    """
    return calendar.next_open(posted + ONE_DAY, week) - ONE_DAY
