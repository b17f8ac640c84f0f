"""Bounds of dates: a day, or so many days, working days, months or years from today."""

import re
from datetime import date

from commune.core.rules.calendars import Calendar
from commune.core.rules.counting import Direction, Unit, count

_RELATIVE = re.compile(r"today(?:\s*([+-])\s*(\d{1,4})\s*(d|wd|m|y))?")
_UNITS = {"d": Unit.CALENDAR_DAYS, "wd": Unit.WORKING_DAYS, "m": Unit.MONTHS_EU, "y": Unit.YEARS}


def is_bound(text: str) -> bool:
    """Whether ``text`` is a bound: ``2026-07-01``, ``today``, ``today-18y``, ``today+10wd``."""
    return _RELATIVE.fullmatch(text) is not None or _iso(text) is not None


def bound_on(text: str, today: date, calendar: Calendar) -> date | None:
    """The day that a bound means today, ``None`` when it is no bound."""
    match = _RELATIVE.fullmatch(text)
    if match is None:
        return _iso(text)
    sign, number, unit = match.groups()
    if sign is None:
        return today
    direction = Direction.AFTER if sign == "+" else Direction.BEFORE
    return count(today, int(number), _UNITS[unit], calendar, direction).end


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None
