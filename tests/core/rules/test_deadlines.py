"""Deadlines, the worked examples of every module that keeps one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import deadlines as dl
from commune.core.rules.calendars import LAW, Calendar, Week
from commune.core.rules.counting import Direction, Unit
from commune.core.rules.law import Figure

DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))
BRUSSELS = ZoneInfo("Europe/Brussels")


def figure(n, unit=Unit.CALENDAR_DAYS, **options):
    return Figure(dl.Delay(n, unit, **options), "test art. 1", date(2000, 1, 1))


def due(start, delay, calendar=LAW, **happened):
    return dl.compute(start, delay, calendar, **happened).due


@pytest.mark.requirement("urbanism:S01", "urbanism:8.1")
def test_completeness_term_of_thirty_days_explains_itself():
    deadline = dl.compute(date(2026, 7, 1), Figure(dl.Delay(30), "CoDT D.IV.33", date(2024, 4, 1)), LAW)
    assert deadline.due == deadline.unrolled == deadline.alert_date == date(2026, 7, 31)
    assert deadline.trace == (
        dl.Step(
            "count",
            "CoDT D.IV.33",
            {"start": date(2026, 7, 1), "n": 30, "unit": "calendar_days", "direction": "after"},
            date(2026, 7, 31),
        ),
    )


@pytest.mark.requirement("urbanism:S07")
def test_three_working_days_skip_ascension_and_the_safe_date_comes_before_a_sunday():
    assert due(date(2026, 7, 1), figure(3, Unit.WORKING_DAYS)) == date(2026, 7, 6)
    assert due(date(2026, 5, 12), figure(3, Unit.WORKING_DAYS)) == date(2026, 5, 18)
    deadline = dl.compute(date(2026, 7, 6), figure(20), LAW)
    assert (deadline.due, deadline.alert_date) == (date(2026, 7, 26), date(2026, 7, 24))


@pytest.mark.requirement("urbanism:S09")
@pytest.mark.parametrize(
    ("base", "expected"), [(75, date(2026, 6, 5)), (115, date(2026, 7, 15)), (30, date(2026, 4, 21))]
)
def test_extension_of_twenty_days(base, expected):
    assert due(date(2026, 3, 2), figure(base), extensions=[dl.Extension(20, decision="C/2026/7")]) == expected


@pytest.mark.requirement("urbanism:S13")
def test_suspended_days_of_an_inquiry_are_added_and_shown():
    summer = dl.Suspension(date(2026, 7, 16), date(2026, 8, 15), "16/07-15/08")
    again = dl.Suspension(date(2026, 7, 20), date(2026, 8, 15), "16/07-15/08")
    plain = dl.compute(date(2026, 6, 15), figure(75), LAW, suspensions=[summer, again])
    assert plain.due == date(2026, 9, 29)
    assert [(step.rule, step.result) for step in plain.trace] == [
        ("count", date(2026, 8, 29)),
        ("suspension", date(2026, 9, 29)),
    ]
    assert plain.suspended_days == 31
    assert due(date(2026, 6, 15), figure(75), suspensions=[summer], extensions=[dl.Extension(20)]) == date(2026, 10, 19)


@pytest.mark.requirement("urbanism:S41")
def test_lapse_of_a_permit():
    years = figure(5, Unit.YEARS)
    sent = date(2026, 6, 5)
    assert due(sent, years) == date(2031, 6, 5)
    assert due(sent, years, extensions=[dl.Extension(2, Unit.YEARS)]) == date(2033, 6, 5)
    council_of_state = dl.Suspension.pause(date(2027, 1, 11), date(2027, 9, 30))
    assert due(sent, years, suspensions=[council_of_state]) == date(2032, 2, 22)
    assert due(date(2028, 2, 29), years) == date(2033, 2, 28)


@pytest.mark.requirement("core:DL-2", "urbanism:S39")
def test_an_open_pause_has_no_end_in_sight_then_gives_its_days_back():
    started, ends = date(2026, 3, 2), figure(75)
    paused = dl.compute(started, ends, LAW, [dl.Suspension.pause(date(2026, 4, 10), None)])
    assert (paused.due, paused.alert_date, paused.suspended) == (None, None, True)
    assert paused.trace[-1].result is None
    assert dl.status_on(paused, date(2026, 5, 1)) is dl.Status.SUSPENDED
    assert dl.days_left(paused, date(2026, 5, 1), LAW) is None
    assert paused.warn_dates == ()
    assert due(started, ends, suspensions=[dl.Suspension.pause(date(2026, 4, 10), date(2026, 5, 20))]) == date(
        2026, 6, 25
    )


def test_what_happens_after_the_end_or_before_the_start_changes_nothing():
    late = [dl.Suspension(date(2026, 8, 1), date(2026, 8, 5)), dl.Suspension(date(2026, 9, 1), None)]
    early = [dl.Suspension(date(2026, 6, 1), date(2026, 7, 1))]
    assert due(date(2026, 7, 1), figure(30), suspensions=late + early) == date(2026, 7, 31)


@pytest.mark.requirement("urbanism:8.1")
def test_a_missing_start_is_not_started_and_never_an_error():
    deadline = dl.compute(None, figure(30), LAW)
    assert deadline.due is None
    assert dl.status_on(deadline, date(2026, 1, 1)) is dl.Status.NOT_STARTED
    assert dl.status_on(deadline, date(2026, 1, 1), met_on=date(2025, 12, 1)) is dl.Status.MET
    assert not dl.timed_out(deadline, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.requirement("eguichet:AC-83", "core:DL-1")
def test_working_days_wait_for_the_citizen():
    received, five = date(2026, 4, 2), figure(5, Unit.WORKING_DAYS)
    assert due(received, five) == date(2026, 4, 10)
    waiting = dl.Suspension.pause(date(2026, 4, 8), date(2026, 4, 13))
    assert due(received, five, suspensions=[waiting]) == date(2026, 4, 15)
    assert due(received, figure(10)) == date(2026, 4, 12)
    assert due(received, figure(10, roll=dl.Roll.NEXT)) == date(2026, 4, 13)


@pytest.mark.requirement("core:DL-1", "core:DL-3")
def test_right_of_access_rolls_once_and_alerts_early():
    month = figure(1, Unit.MONTHS_EU, roll=dl.Roll.NEXT, warn=(1, 7))
    deadline = dl.compute(date(2026, 1, 30), month, LAW)
    assert (deadline.unrolled, deadline.due) == (date(2026, 2, 28), date(2026, 3, 2))
    assert deadline.alert_date == date(2026, 2, 27)
    assert deadline.rolled_days == 2
    assert [c.name for c in deadline.trace[-1].skipped] == ["saturday", "sunday"]
    assert deadline.warn_dates == (date(2026, 2, 23), date(2026, 3, 1))
    more = dl.Extension(2, Unit.MONTHS_EU, "complexité", "RGPD art. 12.3")
    extended = dl.compute(date(2026, 1, 30), month, LAW, extensions=[more])
    assert extended.due == date(2026, 4, 30)
    assert extended.trace[1].article == "RGPD art. 12.3"


def test_extensions_in_another_unit_follow_the_end():
    extensions = [dl.Extension(5, Unit.WORKING_DAYS), dl.Extension(1, Unit.WORKING_DAYS)]
    assert due(date(2026, 7, 1), figure(1, Unit.MONTHS_EU), extensions=extensions) == date(2026, 8, 10)


def test_roll_back_and_saturday_weeks():
    assert due(date(2026, 1, 30), figure(1, Unit.MONTHS_EU, roll=dl.Roll.PREVIOUS)) == date(2026, 2, 27)
    saturday = figure(1, Unit.MONTHS_EU, roll=dl.Roll.NEXT, roll_week=Week.MON_SAT)
    assert due(date(2026, 1, 30), saturday) == date(2026, 2, 28)


@pytest.mark.requirement("core:1.10")
def test_clear_days_never_roll():
    before = figure(7, Unit.CLEAR_DAYS, direction=Direction.BEFORE, roll=dl.Roll.NEXT)
    assert due(date(2026, 4, 27), before) == date(2026, 4, 19)


def test_a_delay_before_the_event_knows_no_suspension():
    before = figure(15, direction=Direction.BEFORE)
    assert due(date(2026, 4, 27), before, suspensions=[dl.Suspension(date(2026, 4, 1), None)]) == date(2026, 4, 12)


@pytest.mark.requirement("urbanism:S15", "urbanism:S25", "urbanism:S27", "urbanism:S29")
@pytest.mark.parametrize(
    ("opens", "days", "closes"),
    [
        (date(2026, 10, 17), 15, date(2026, 11, 2)),
        (date(2026, 6, 29), 15, date(2026, 7, 13)),
        (date(2026, 6, 29), 30, date(2026, 8, 28)),
        (date(2026, 7, 2), 15, date(2026, 8, 17)),
        (date(2026, 4, 20), 15, date(2026, 5, 4)),
        (date(2026, 4, 20), 30, date(2026, 5, 19)),
        (date(2028, 12, 9), 15, date(2029, 1, 2)),
    ],
)
def test_the_same_clock_counts_an_inquiry_from_the_eve_of_its_opening(opens, days, closes):
    windows = [
        dl.Suspension(date(year, *first), date(year + across, *last))
        for year in (2026, 2028)
        for first, across, last in (((7, 16), 0, (8, 15)), ((12, 24), 1, (1, 1)))
    ]
    assert due(opens - timedelta(days=1), figure(days, roll=dl.Roll.NEXT), suspensions=windows) == closes


def test_a_roll_steps_over_a_suspended_window():
    window = dl.Suspension(date(2028, 12, 24), date(2029, 1, 1))
    assert due(date(2028, 12, 8), figure(15, roll=dl.Roll.NEXT), suspensions=[window]) == date(2029, 1, 2)


@pytest.mark.requirement("meeting:ADV-5")
def test_a_working_day_count_may_not_end_on_a_forbidden_weekday():
    fridays = figure(10, Unit.WORKING_DAYS, forbidden_ends=frozenset({4}))
    assert due(date(2026, 5, 7), fridays) == date(2026, 5, 26)
    assert due(date(2026, 5, 6), fridays) == date(2026, 5, 21)
    assert due(date(2026, 5, 8), figure(14, forbidden_ends=frozenset({4}))) == date(2026, 5, 22)
    never = figure(10, Unit.WORKING_DAYS, forbidden_ends=frozenset(range(7)))
    assert due(date(2026, 5, 7), never) == date(2026, 5, 22)


@pytest.mark.requirement("meeting:AC-61", "meeting:ADV-6")
def test_days_left_before_a_friday_limit_and_saturday_is_late():
    deadline = dl.compute(date(2026, 5, 7), figure(10, Unit.WORKING_DAYS), LAW)
    assert deadline.due == date(2026, 5, 22)
    left = {8: 9, 13: 6, 14: 6, 18: 4, 19: 3, 21: 1, 22: 0}
    assert {day: dl.days_left(deadline, date(2026, 5, day), LAW) for day in left} == left
    assert not dl.timed_out(deadline, datetime(2026, 5, 22, 23, 59, tzinfo=BRUSSELS))
    assert dl.timed_out(deadline, datetime(2026, 5, 23, 0, 0, tzinfo=BRUSSELS))
    with pytest.raises(ValueError):
        dl.timed_out(deadline, datetime(2026, 5, 22, 23, 59))


@pytest.mark.requirement("meeting:AC-63")
def test_the_clock_from_a_complete_file():
    ten = figure(10, Unit.WORKING_DAYS)
    assert due(date(2026, 5, 12), ten) == date(2026, 5, 28)
    again = dl.compute(date(2026, 5, 12), ten, LAW, [dl.Suspension(date(2026, 5, 18), None)])
    assert again.suspended and again.due is None


@pytest.mark.requirement("meeting:AC-123", "core:DL-4")
def test_real_hours_across_the_change_of_clock():
    gap = dl.end_of_day(date(2026, 10, 26)) - dl.end_of_day(date(2026, 10, 23))
    assert gap == timedelta(hours=73)
    start, stop = (datetime(2026, 10, 25, h, m, tzinfo=BRUSSELS) for h, m in ((1, 30), (4, 0)))
    assert dl.elapsed(start, stop) == timedelta(hours=3, minutes=30)
    spring = dl.compute(date(2026, 3, 28), figure(1), LAW)
    assert dl.end_of_day(spring.due) == datetime(2026, 3, 29, 21, 59, 59, tzinfo=UTC)


def test_status():
    deadline = dl.compute(date(2026, 7, 1), figure(30), LAW)
    assert dl.status_on(deadline, date(2026, 7, 31)) is dl.Status.RUNNING
    assert dl.status_on(deadline, date(2026, 8, 1)) is dl.Status.MISSED
    assert dl.status_on(deadline, date(2026, 8, 9), met_on=date(2026, 7, 31)) is dl.Status.MET
    assert dl.status_on(deadline, date(2026, 8, 9), met_on=date(2026, 8, 1)) is dl.Status.MISSED
    assert dl.status_on(deadline, date(2026, 7, 2), cancelled=True) is dl.Status.CANCELLED


@pytest.mark.requirement("core:DL-6")
def test_recomputing_moves_only_what_still_runs():
    old, new = (dl.compute(date(2026, 7, 1), figure(n), LAW) for n in (20, 30))
    assert dl.recomputed(old, dl.Status.MET, new) is old
    assert dl.recomputed(old, dl.Status.MISSED, new) is old
    assert dl.recomputed(old, dl.Status.RUNNING, new) is new


def test_the_office_calendar_moves_the_alert_only():
    office = Calendar(authority_days={date(2026, 7, 31): "Pont"})
    deadline = dl.compute(date(2026, 7, 1), figure(30), LAW, office=office)
    assert (deadline.due, deadline.alert_date) == (date(2026, 7, 31), date(2026, 7, 30))


@pytest.mark.requirement("core:DL-1", "core:DL-2")
@given(start=DAYS, n=st.integers(0, 200), offset=st.integers(1, 100), length=st.integers(1, 60))
def test_a_suspension_inside_the_term_adds_exactly_its_days(start, n, offset, length):
    first = start + timedelta(days=offset)
    pause = dl.Suspension(first, first + timedelta(days=length - 1))
    plain, longer = dl.compute(start, figure(n), LAW), dl.compute(start, figure(n), LAW, [pause, pause])
    assert (longer.due - plain.due).days == (length if first <= plain.due else 0)
    assert longer.alert_date <= longer.due and longer.trace[-1].result == longer.due
