"""Reading opening hours from the JSON document in which an authority writes them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from commune.core.rules.calendars import Calendar
from commune.website.rules.hours_checks import read_minutes
from commune.website.rules.opening_hours import (
    HoursException,
    Interval,
    Kind,
    Mode,
    NthWeekday,
    OpeningHours,
    Season,
    Week,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_hours(document: Mapping[str, Any], calendar: Calendar | None = None) -> OpeningHours:
    """The hours that the document holds; what cannot be read in it is left out.

    Keys: ``base`` (weekday ``mon``… to intervals ``{from, to, kind, note}``, and ``nth``: rows ``{n, day, hours}``),
    ``seasons`` (``{label, from, to, week, priority}``), ``exceptions`` (``{from, to, mode, hours, at, label}``),
    ``worked`` (names of holidays). Days are ISO dates, both ends inclusive; times ``08:30``.
    """
    return OpeningHours(
        base=_week(document.get("base", {})),
        seasons=tuple(one for row in document.get("seasons", ()) for one in _season(row)),
        exceptions=tuple(one for row in document.get("exceptions", ()) for one in _exception(row)),
        calendar=calendar,
        worked=frozenset(str(name) for name in document.get("worked", ())),
    )


def _week(table: Mapping[str, Any]) -> Week:
    days = {number: _intervals(table.get(name, ())) for number, name in enumerate(WEEKDAYS) if table.get(name)}
    nth = tuple(
        NthWeekday(int(row.get("n", 1)), WEEKDAYS.index(row["day"]), _intervals(row.get("hours", ())))
        for row in table.get("nth", ())
        if row.get("day") in WEEKDAYS
    )
    return Week(days, nth)


def _intervals(rows: Iterable[Mapping[str, Any]]) -> tuple[Interval, ...]:
    found = []
    for row in rows:
        opens, closes = read_minutes(str(row.get("from", ""))), read_minutes(str(row.get("to", "")))
        kind = str(row.get("kind", Kind.WALK_IN))
        if opens is not None and closes is not None and kind in set(Kind):
            found.append(Interval(opens, closes, Kind(kind), str(row.get("note", ""))))
    return tuple(found)


def _season(row: Mapping[str, Any]) -> list[Season]:
    first, last = _day(row.get("from")), _day(row.get("to"))
    if first is None or last is None:
        return []
    return [Season(str(row.get("label", "")), first, last, _week(row.get("week", {})), int(row.get("priority", 0)))]


def _exception(row: Mapping[str, Any]) -> list[HoursException]:
    first = _day(row.get("from"))
    last = _day(row.get("to", row.get("from")))
    mode = str(row.get("mode", Mode.CLOSED))
    if first is None or last is None or mode not in set(Mode):
        return []
    at, label = read_minutes(str(row.get("at", ""))), str(row.get("label", ""))
    return [HoursException(first, last, Mode(mode), _intervals(row.get("hours", ())), at, label)]


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
