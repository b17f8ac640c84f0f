"""Public inquiries and announcements: when they close, which days they suspend, what they require."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.law import Figure, in_force
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.urbanism.rules.regimes import CODT_2017

ONE_DAY = timedelta(days=1)


class Category(StrEnum):
    """What decides how long the public is consulted."""

    ANNOUNCEMENT = "announcement"
    BASE = "base"
    ROAD = "road"
    ENVIRONMENT_B = "environment_b"
    ENVIRONMENT_C = "environment_c"
    EXPLOSIVES_1 = "explosives_1"
    EXPLOSIVES_2 = "explosives_2"


@dataclass(frozen=True)
class Window:
    """Yearly days, both included, as (month, day), during which a consultation stands still."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]

    def covers(self, day: date) -> bool:
        today = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= today <= self.last
        return today >= self.first or today <= self.last


_BOOK_8 = "CoDT art. D.VIII.7-21"
SUSPENSIONS = (
    Figure(Window("summer", (7, 16), (8, 15)), _BOOK_8, CODT_2017),
    Figure(Window("winter", (12, 24), (1, 1)), _BOOK_8, CODT_2017),
)
DURATIONS: dict[Category, Figure[int]] = {
    Category.ANNOUNCEMENT: Figure(15, "CoDT art. D.VIII.6", CODT_2017),
    Category.BASE: Figure(15, _BOOK_8, CODT_2017),
    Category.ROAD: Figure(30, "Decree of 6 February 2014", date(2014, 4, 1)),
    Category.ENVIRONMENT_B: Figure(30, "Environment code, book I, category B", CODT_2017),
    Category.ENVIRONMENT_C: Figure(15, "Environment code, book I, category C", CODT_2017),
    Category.EXPLOSIVES_1: Figure(15, "Royal decree of 23 September 1958", CODT_2017, confidence="C"),
    Category.EXPLOSIVES_2: Figure(15, "Royal decree of 23 September 1958", CODT_2017, confidence="C"),
}
POSTER_DAYS = Figure(21, "CoDT art. D.VIII.6", CODT_2017)
RADII: dict[Category, Figure[int]] = {
    **{c: Figure(50, "CoDT art. D.VIII.11", CODT_2017, confidence="C") for c in Category},
    Category.EXPLOSIVES_1: Figure(100, "Royal decree of 23 September 1958", CODT_2017, confidence="B"),
}
IMPACT_STUDY_RADIUS = Figure(200, "Environment code, book I", CODT_2017, confidence="C")


@dataclass(frozen=True)
class Period:
    """A computed period. ``opening`` and ``closing`` are both in it; the days that did not count are listed."""

    opening: date
    closing: date
    counted: int
    suspended: tuple[date, ...] = ()
    rolled_over: tuple[date, ...] = ()

    def covers(self, day: date) -> bool:
        return self.opening <= day <= self.closing


def suspending(day: date) -> Window | None:
    """The window that suspends consultations on ``day``, if any."""
    windows = (in_force([figure], day) for figure in SUSPENSIONS)
    return next((figure.value for figure in windows if figure and figure.value.covers(day)), None)


def period(opening: date, days: int, calendar: Calendar = LAW) -> Period:
    """Walk ``days`` counted days, the opening being day 1, and say where they end.

    Days in a suspension window do not count; holidays do. A last day on a Saturday, Sunday or legal
    holiday moves to the next working day outside the windows (CoDT art. D.VIII.7-21).
    ``days`` is at least 1.
    """
    suspended: list[date] = []
    rolled: list[date] = []
    day, counted = opening - ONE_DAY, 0
    while counted < days:
        day += ONE_DAY
        if suspending(day):
            suspended.append(day)
        else:
            counted += 1
    while suspending(day) or not calendar.is_working_day(day):
        day += ONE_DAY
        (suspended if suspending(day) else rolled).append(day)
    return Period(opening, day, days, tuple(suspended), tuple(rolled))


def consultation_period(category: Category, opening: date, calendar: Calendar = LAW) -> Period:
    """Period of a consultation of that category."""
    return period(opening, DURATIONS[category].value, calendar)


def announcement_period(acknowledged_on: date, calendar: Calendar = LAW) -> tuple[Period, Period]:
    """Poster period and remark window of an announcement, from the day the applicant got the acknowledgment.

    The poster stays three weeks from the next day; the window is the last fifteen of these days.
    """
    poster = period(acknowledged_on + ONE_DAY, POSTER_DAYS.value, calendar)
    skipped = POSTER_DAYS.value - DURATIONS[Category.ANNOUNCEMENT].value
    before = 0
    day = poster.opening
    while before < skipped or suspending(day):
        before += 0 if suspending(day) else 1
        day += ONE_DAY
    return poster, consultation_period(Category.ANNOUNCEMENT, day, calendar)


def opening_refusals(opening: date, override_reason: str = "") -> Refusals:
    """May a consultation open that day? A suspended day needs a written reason."""
    window = suspending(opening)
    if window is None or override_reason.strip():
        return NONE
    return (Refusal("consultation.suspended_day", {"window": window.name, "day": opening}, "opening"),)


def closing_warnings(closing: date, calendar: Calendar = LAW) -> Refusals:
    """What is odd about a closing date set by hand: inside a suspension, or on a day not worked (W06)."""
    warnings = []
    if window := suspending(closing):
        warnings.append(Refusal("consultation.closing_suspended", {"window": window.name}, "closing"))
    if not calendar.is_working_day(closing):
        warnings.append(Refusal("consultation.closing_day_off", {"day": closing}, "closing"))
    return tuple(warnings)


def window_refusals(poster: Period, window: Period) -> Refusals:
    """The remark window of an announcement must lie inside the posted period."""
    inside = poster.opening <= window.opening and window.closing <= poster.closing
    return NONE if inside else (Refusal("consultation.outside_poster", place="opening"),)


def added_days(periods: Iterable[Period], series_start: date) -> tuple[int, int]:
    """Suspended and rolled-over days that lengthen the decision delay of a series.

    Only consultations opened on or after ``series_start`` (the acknowledgment sent) count,
    and a day that several of them share counts once.
    """
    own = [one for one in periods if one.opening >= series_start]
    suspended = {day for one in own for day in one.suspended}
    rolled = {day for one in own for day in one.rolled_over} - suspended
    return len(suspended), len(rolled)


def required_publicity(dispensations: Iterable[str]) -> Literal["inquiry", "announcement", ""]:
    """Publicity that the dispensations asked (``"derogation"``, ``"divergence"``) call for (CoDT art. D.VIII.3)."""
    kinds = set(dispensations)
    if "derogation" in kinds:
        return "inquiry"
    return "announcement" if "divergence" in kinds else ""


def radius(category: Category, impact_study: bool = False) -> Figure[int]:
    """Metres around the parcels within which neighbours are told."""
    return IMPACT_STUDY_RADIUS if impact_study else RADII[category]
