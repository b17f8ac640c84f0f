"""What is wrong with opening hours as typed, and reading a time."""

import re
from collections.abc import Iterator, Sequence

from commune.core.rules.refusals import Refusal, Refusals
from commune.website.rules.opening_hours import DAY, HoursException, Interval, Mode, OpeningHours, Week

MOST_A_DAY = 4
_TIME = re.compile(r"(\d{1,2})[:hH]([0-5]\d)")


def read_minutes(text: str) -> int | None:
    """``08:30`` or ``8h30`` as minutes after midnight, up to ``24:00``; ``None`` for another text."""
    match = _TIME.fullmatch(text.strip())
    minutes = int(match[1]) * 60 + int(match[2]) if match else DAY + 1
    return minutes if minutes <= DAY else None


def hours_refusals(hours: OpeningHours) -> Refusals:
    """Every fault of the hours, each with its place (``base.2``, ``seasons.0``, ``exceptions.1``)."""
    found = [*_week(hours.base, "base")]
    for row, season in enumerate(hours.seasons):
        found += _week(season.week, f"seasons.{row}")
        if season.last < season.first:
            found.append(Refusal("hours.reversed", place=f"seasons.{row}"))
    for row, exception in enumerate(hours.exceptions):
        found += _exception(exception, f"exceptions.{row}")
    return tuple(found)


def _week(week: Week, place: str) -> Iterator[Refusal]:
    for weekday in range(7):
        today, tomorrow = week.days.get(weekday, ()), week.days.get((weekday + 1) % 7, ())
        yield from _day(today, f"{place}.{weekday}", tomorrow)
    for row, special in enumerate(week.nth):
        if special.n not in (-1, 1, 2, 3, 4, 5):
            yield Refusal("hours.nth", {"n": special.n}, f"{place}.nth.{row}")
        yield from _day(special.intervals, f"{place}.nth.{row}")


def _day(intervals: Sequence[Interval], place: str, tomorrow: Sequence[Interval] = ()) -> Iterator[Refusal]:
    if len(intervals) > MOST_A_DAY:
        yield Refusal("hours.too_many", {"max": MOST_A_DAY}, place)
    for one in intervals:
        if one.opens == one.closes or not (0 <= one.opens < DAY and 0 <= one.closes <= DAY):
            yield Refusal("hours.interval", {"opens": one.opens, "closes": one.closes}, place)
    ordered = sorted(intervals)
    shifted = [Interval(one.opens + DAY, one.closes + DAY, one.kind) for one in sorted(tomorrow)]
    for before, after in zip(ordered, [*ordered[1:], *shifted[:1]], strict=False):
        if before.end > after.opens and before.kind is after.kind:
            yield Refusal("hours.overlap", {"opens": after.opens % DAY}, place)


def _exception(exception: HoursException, place: str) -> Iterator[Refusal]:
    if exception.last < exception.first:
        yield Refusal("hours.reversed", place=place)
    needs = exception.mode in (Mode.REPLACE, Mode.ADD)
    if needs is not bool(exception.intervals):
        yield Refusal("hours.intervals_needed" if needs else "hours.intervals_unwanted", place=place)
    if (exception.mode is Mode.CLOSE_FROM) is not (exception.close_from is not None):
        yield Refusal("hours.close_from", place=place)
    yield from _day(exception.intervals, place)
