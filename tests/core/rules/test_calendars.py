"""Which days are worked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.calendars import (
    LAW,
    Calendar,
    Closure,
    Community,
    DayException,
    Layer,
    Week,
    community_day,
    legal_holidays,
)


@pytest.mark.requirement("core:1.10", "core:CAL-1")
def test_the_ten_legal_holidays_of_2026():
    assert dict(legal_holidays(2026)) == {
        date(2026, 1, 1): "new_year",
        date(2026, 4, 6): "easter_monday",
        date(2026, 5, 1): "labour_day",
        date(2026, 5, 14): "ascension",
        date(2026, 5, 25): "whit_monday",
        date(2026, 7, 21): "national_day",
        date(2026, 8, 15): "assumption",
        date(2026, 11, 1): "all_saints",
        date(2026, 11, 11): "armistice",
        date(2026, 12, 25): "christmas",
    }


@pytest.mark.requirement("core:1.10")
def test_ascension_on_labour_day_leaves_nine_days():
    assert len(legal_holidays(2008)) == 9
    assert legal_holidays(2008)[date(2008, 5, 1)] == "labour_day"
    assert date(2038, 4, 26) in legal_holidays(2038)


@pytest.mark.requirement("core:CAL-2")
@given(st.integers(1970, 2200))
def test_a_holiday_on_a_weekend_moves_nothing(year):
    days = legal_holidays(year)
    assert len(days) in (9, 10)
    assert all(
        LAW.is_working_day(day + timedelta(days=2)) or day + timedelta(days=2) in days
        for day in days
        if day.weekday() == 5
    )


@pytest.mark.requirement("core:1.10")
def test_layers_name_why_a_day_is_closed():
    calendar = Calendar(communities=(Community.FWB,), authority_days={date(2027, 1, 4): "Pont du nouvel an"})
    assert calendar.closure(date(2027, 9, 27)) == Closure(date(2027, 9, 27), Layer.COMMUNITY, "day_of_fwb")
    assert calendar.closure(date(2027, 1, 4)) == Closure(date(2027, 1, 4), Layer.AUTHORITY, "Pont du nouvel an")
    assert calendar.closure(date(2027, 1, 9)) == Closure(date(2027, 1, 9), Layer.WEEK, "saturday")
    assert calendar.closure(date(2027, 7, 21)).layer is Layer.LEGAL
    assert calendar.closure(date(2027, 1, 5)) is None
    assert community_day(2026, Community.DG) == date(2026, 11, 15)
    assert LAW.is_working_day(date(2027, 9, 27))


@pytest.mark.requirement("core:1.10")
def test_a_unit_may_open_or_close_a_day():
    unit = LAW.with_exceptions(
        [DayException(date(2026, 5, 1), "Marché du 1er mai", opened=True), DayException(date(2026, 5, 4), "Inventaire")]
    )
    assert unit.is_working_day(date(2026, 5, 1))
    assert unit.closure(date(2026, 5, 4)) == Closure(date(2026, 5, 4), Layer.UNIT, "Inventaire")
    assert not LAW.is_working_day(date(2026, 5, 1))


def test_ouvrables_add_saturday_only():
    assert LAW.is_ouvrable(date(2026, 5, 2)) and not LAW.is_working_day(date(2026, 5, 2))
    assert not LAW.is_ouvrable(date(2026, 8, 15))
    assert not LAW.is_ouvrable(date(2026, 5, 3))


def test_the_open_day_around_a_closed_one():
    assert LAW.next_open(date(2026, 5, 14)) == date(2026, 5, 15)
    assert LAW.next_open(date(2026, 5, 16)) == date(2026, 5, 18)
    assert LAW.next_open(date(2026, 5, 16), Week.MON_SAT) == date(2026, 5, 16)
    assert LAW.previous_open(date(2026, 5, 17)) == date(2026, 5, 15)


def test_the_year_screen_lists_holidays_without_weekends():
    assert [closure.name for closure in LAW.year(2026)] == list(legal_holidays(2026).values())
    assert LAW.year(2024)[-1].name == "christmas"


def test_a_calendar_without_working_weekday_is_a_program_error():
    with pytest.raises(ValueError):
        Calendar(weekdays=frozenset())
