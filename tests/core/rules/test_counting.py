"""Ways of counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.calendars import LAW, Calendar, Community
from commune.core.rules.counting import Direction, Unit, add_months, count, open_days_between, registered_letter

DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


def end(start, n, unit, calendar=LAW, direction=Direction.AFTER):
    return count(start, n, unit, calendar, direction).end


@pytest.mark.requirement("core:1.10")
def test_around_labour_day_2026():
    thursday = date(2026, 4, 30)
    assert end(thursday, 5, Unit.WORKING_DAYS) == date(2026, 5, 8)
    assert end(thursday, 5, Unit.OUVRABLES) == date(2026, 5, 7)
    assert end(thursday, 5, Unit.CALENDAR_DAYS) == date(2026, 5, 5)


@pytest.mark.requirement("core:DL-7")
def test_skipped_days_are_named():
    counted = count(date(2027, 5, 4), 10, Unit.WORKING_DAYS, LAW)
    assert counted.end == date(2027, 5, 20)
    assert [c.name for c in counted.skipped if c.layer != "week"] == ["ascension", "whit_monday"]


@pytest.mark.requirement("core:1.10")
def test_the_community_day_counts_only_where_it_is_kept():
    friday = date(2027, 9, 24)
    assert end(friday, 5, Unit.WORKING_DAYS, Calendar(communities=(Community.FWB,))) == date(2027, 10, 4)
    assert end(friday, 5, Unit.WORKING_DAYS) == date(2027, 10, 1)


@pytest.mark.requirement("core:1.10")
def test_clear_days_before_a_council():
    council = date(2026, 4, 30)
    assert end(council, 7, Unit.CLEAR_DAYS, direction=Direction.BEFORE) == date(2026, 4, 22)
    assert end(council, 2, Unit.CLEAR_DAYS, direction=Direction.BEFORE) == date(2026, 4, 27)
    assert end(council, 7, Unit.CLEAR_DAYS) == date(2026, 5, 8)


@pytest.mark.requirement("core:1.10")
@pytest.mark.parametrize(
    ("start", "n", "unit", "due"),
    [
        (date(2026, 9, 21), 3, Unit.MONTHS_BE, date(2026, 12, 21)),
        (date(2026, 11, 29), 3, Unit.MONTHS_BE, date(2027, 2, 28)),
        (date(2026, 1, 30), 1, Unit.MONTHS_BE, date(2026, 2, 28)),
        (date(2026, 1, 31), 1, Unit.MONTHS_BE, date(2026, 2, 28)),
        (date(2026, 1, 30), 1, Unit.MONTHS_EU, date(2026, 2, 28)),
        (date(2028, 2, 29), 5, Unit.YEARS, date(2033, 2, 28)),
        (date(2026, 6, 5), 5, Unit.YEARS, date(2031, 6, 5)),
    ],
)
def test_months_and_years(start, n, unit, due):
    assert end(start, n, unit) == due


def test_months_before():
    assert end(date(2026, 12, 21), 3, Unit.MONTHS_BE, direction=Direction.BEFORE) == date(2026, 9, 21)
    assert end(date(2026, 4, 1), 1, Unit.MONTHS_BE, direction=Direction.BEFORE) == date(2026, 3, 1)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)


@pytest.mark.requirement("core:DL-5")
@pytest.mark.parametrize(
    ("posted", "day_zero"),
    [
        (date(2026, 9, 21), date(2026, 9, 21)),
        (date(2026, 9, 24), date(2026, 9, 24)),
        (date(2026, 9, 25), date(2026, 9, 27)),
    ],
)
def test_registered_letters(posted, day_zero):
    assert registered_letter(posted, LAW) == day_zero


@given(start=DAYS, n=st.integers(1, 60), unit=st.sampled_from([Unit.WORKING_DAYS, Unit.OUVRABLES]))
def test_open_days_counted_are_open_days_found(start, n, unit):
    due = end(start, n, unit)
    assert open_days_between(start, due, LAW, unit) == n
    assert open_days_between(due, start, LAW, unit) == -n
    assert len(count(start, n, unit, LAW).skipped) == (due - start).days - n
    assert end(due + timedelta(days=1), n, unit, direction=Direction.BEFORE) > start


@given(start=DAYS, n=st.integers(0, 400))
def test_every_day_counts_in_calendar_days(start, n):
    assert open_days_between(start, end(start, n, Unit.CALENDAR_DAYS), LAW, Unit.CALENDAR_DAYS) == n
