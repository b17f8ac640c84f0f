"""Which days an authority works: layered calendars that name why a day is closed.

Layers, the later over the earlier: the ten legal holidays of Belgium, the days of a
community, the days an authority adds, the exceptions of a unit (which may open a day).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from dateutil.easter import easter

ONE_DAY = timedelta(days=1)
MON_FRI = frozenset(range(5))
MON_SAT = frozenset(range(6))


class Week(StrEnum):
    """Which weekdays are open before any holiday: Monday-Friday or Monday-Saturday."""

    MON_FRI = "mon_fri"
    MON_SAT = "mon_sat"


class Community(StrEnum):
    """Communities whose day an authority may keep: 27 September, 15 November."""

    FWB = "fwb"
    DG = "dg"


class Layer(StrEnum):
    """Where a closed day comes from."""

    WEEK = "week"
    LEGAL = "legal"
    COMMUNITY = "community"
    AUTHORITY = "authority"
    UNIT = "unit"


@dataclass(frozen=True)
class Closure:
    """A day that is not worked; ``name`` is a stable key (``easter_monday``) or the authority's own words."""

    day: date
    layer: Layer
    name: str


@dataclass(frozen=True)
class DayException:
    """A unit's own day: closed for ``name``, or ``opened`` although a layer below closes it."""

    day: date
    name: str
    opened: bool = False


@cache
def legal_holidays(year: int) -> Mapping[date, str]:
    """The ten legal holidays of ``year`` (law of 4 January 1974, royal decree of 18 April 1974, art. 1).

    Nine days when Ascension falls on 1 May, which keeps its own name. Sundays of Easter
    and Whitsun and Good Friday are not among them; a weekend moves none of them (CAL-1, CAL-2).
    """
    sunday = easter(year)
    days = [
        (sunday + timedelta(days=39), "ascension"),
        (date(year, 1, 1), "new_year"),
        (sunday + timedelta(days=1), "easter_monday"),
        (date(year, 5, 1), "labour_day"),
        (sunday + timedelta(days=50), "whit_monday"),
        (date(year, 7, 21), "national_day"),
        (date(year, 8, 15), "assumption"),
        (date(year, 11, 1), "all_saints"),
        (date(year, 11, 11), "armistice"),
        (date(year, 12, 25), "christmas"),
    ]
    return MappingProxyType(dict(sorted(dict(days).items())))


def community_day(year: int, community: Community) -> date:
    """The day of a community: 27 September (Wallonia-Brussels), 15 November (German-speaking)."""
    return date(year, 9, 27) if community is Community.FWB else date(year, 11, 15)


@dataclass(frozen=True)
class Calendar:
    """The days an authority, or a unit of it, works.

    ``weekdays`` are Python weekdays (Monday 0), at least one. ``authority_days`` maps a
    closed day to its name; ``exceptions`` are the unit's and win over everything.
    A bare ``Calendar()`` is the law's: legal holidays and weekends only.
    """

    communities: tuple[Community, ...] = ()
    authority_days: Mapping[date, str] = field(default_factory=dict)
    exceptions: tuple[DayException, ...] = ()
    weekdays: frozenset[int] = MON_FRI

    def __post_init__(self) -> None:
        if not self.weekdays & frozenset(range(7)):
            raise ValueError("a calendar needs a working weekday")

    def closure(self, day: date, week: Week = Week.MON_FRI) -> Closure | None:
        """Why ``day`` is closed, ``None`` when it is open; ``week`` MON_SAT adds Saturday to the weekdays."""
        own = next((e for e in self.exceptions if e.day == day), None)
        if own is not None:
            return None if own.opened else Closure(day, Layer.UNIT, own.name)
        holiday = self.holiday(day)
        if holiday is not None:
            return holiday
        weekdays = self.weekdays | MON_SAT if week is Week.MON_SAT else self.weekdays
        return None if day.weekday() in weekdays else Closure(day, Layer.WEEK, _WEEKDAY_NAMES[day.weekday()])

    def holiday(self, day: date) -> Closure | None:
        """The legal, community or authority holiday that falls on ``day``, weekends included."""
        if day in legal_holidays(day.year):
            return Closure(day, Layer.LEGAL, legal_holidays(day.year)[day])
        for community in self.communities:
            if day == community_day(day.year, community):
                return Closure(day, Layer.COMMUNITY, f"day_of_{community}")
        if day in self.authority_days:
            return Closure(day, Layer.AUTHORITY, self.authority_days[day])
        return None

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is a weekday of the calendar and no holiday."""
        return self.closure(day) is None

    def is_ouvrable(self, day: date) -> bool:
        """Whether ``day`` is a `jour ouvrable`: Monday to Saturday and no holiday."""
        return self.closure(day, Week.MON_SAT) is None

    def next_open(self, day: date, week: Week = Week.MON_FRI) -> date:
        """First open day on or after ``day``."""
        while self.closure(day, week) is not None:
            day += ONE_DAY
        return day

    def previous_open(self, day: date, week: Week = Week.MON_FRI) -> date:
        """Last open day on or before ``day``."""
        while self.closure(day, week) is not None:
            day -= ONE_DAY
        return day

    def with_exceptions(self, exceptions: Iterable[DayException]) -> "Calendar":
        """The same calendar with a unit's exceptions put over its own."""
        return replace(self, exceptions=(*exceptions, *self.exceptions))

    def year(self, year: int) -> tuple[Closure, ...]:
        """Every closed day of ``year`` other than by the week alone, in order (for the year screen)."""
        days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
        closures = (self.closure(day) for day in days if day.year == year)
        return tuple(closure for closure in closures if closure and closure.layer is not Layer.WEEK)


_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

LAW = Calendar()
