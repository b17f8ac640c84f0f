from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.calendars import LAW
from commune.urbanism.rules import consultations as cs
from commune.urbanism.rules.consultations import Category, Period


def day(month, number, year=2026):
    return date(year, month, number)


@pytest.mark.requirement("urbanism:9.3", "urbanism:8.3-L30")
@pytest.mark.parametrize(
    ("opening", "days", "closing", "suspended", "rolled"),
    [
        pytest.param(day(7, 10), 15, day(8, 24), 31, 0, id="S13", marks=pytest.mark.requirement("urbanism:S13")),
        pytest.param(day(10, 17), 15, day(11, 2), 0, 2, id="S15", marks=pytest.mark.requirement("urbanism:S15")),
        pytest.param(day(6, 29), 15, day(7, 13), 0, 0, id="S25", marks=pytest.mark.requirement("urbanism:S25")),
        pytest.param(day(6, 29), 30, day(8, 28), 31, 0, id="S25-30", marks=pytest.mark.requirement("urbanism:S25")),
        pytest.param(day(7, 2), 15, day(8, 17), 31, 1, id="S27", marks=pytest.mark.requirement("urbanism:S27")),
        pytest.param(day(4, 20), 15, day(5, 4), 0, 0, id="S29", marks=pytest.mark.requirement("urbanism:S29")),
        pytest.param(day(4, 20), 30, day(5, 19), 0, 0, id="S29-30", marks=pytest.mark.requirement("urbanism:S29")),
        pytest.param(day(12, 14), 15, day(1, 6, 2027), 9, 0, id="winter window is nine days"),
        pytest.param(day(7, 1, 2028), 15, day(8, 16, 2028), 31, 1, id="Saturday 15 July moves past the window"),
        pytest.param(day(7, 20), 15, day(8, 31), 27, 1, id="opened inside the window by override"),
    ],
)
def test_period(opening, days, closing, suspended, rolled):
    found = cs.period(opening, days)
    assert (found.closing, len(found.suspended), len(found.rolled_over)) == (closing, suspended, rolled)


@given(st.dates(date(2017, 6, 1), date(2040, 1, 1)), st.sampled_from([15, 30]))
def test_every_period_has_its_counted_days_and_closes_on_a_working_day(opening, days):
    found = cs.period(opening, days)
    length = (found.closing - opening).days + 1
    assert length == days + len(found.suspended) + len(found.rolled_over)
    assert LAW.is_working_day(found.closing)
    assert cs.suspending(found.closing) is None
    assert found.covers(opening) and found.covers(found.closing) and not found.covers(opening - timedelta(1))


@pytest.mark.requirement("urbanism:9.3")
@pytest.mark.parametrize(
    ("moment", "window"),
    [
        (day(7, 15), ""), (day(7, 16), "summer"), (day(8, 15), "summer"), (day(8, 16), ""),
        (day(12, 23), ""), (day(12, 24), "winter"), (day(1, 1), "winter"), (day(1, 2), ""),
        (date(2010, 8, 1), ""),
    ],
)  # fmt: skip
def test_windows_are_inclusive_and_dated(moment, window):
    found = cs.suspending(moment)
    assert (found.name if found else "") == window


@pytest.mark.requirement("urbanism:9.3")
def test_opening_on_a_suspended_day_needs_a_reason():
    assert cs.opening_refusals(day(7, 15)) == ()
    assert [r.code for r in cs.opening_refusals(day(7, 16))] == ["consultation.suspended_day"]
    assert cs.opening_refusals(day(7, 16), "ordered by the court") == ()


def test_closing_set_by_hand_is_warned_about():
    assert cs.closing_warnings(day(7, 13)) == ()
    codes = [r.code for r in cs.closing_warnings(day(8, 15))]
    assert codes == ["consultation.closing_suspended", "consultation.closing_day_off"]


@pytest.mark.requirement("urbanism:9.4", "urbanism:8.3-L29")
def test_announcement_window_is_the_end_of_three_weeks():
    poster, window = cs.announcement_period(day(9, 7))
    assert (poster.opening, poster.closing) == (day(9, 8), day(9, 28))
    assert (window.opening, window.closing) == (day(9, 14), day(9, 28))
    assert cs.window_refusals(poster, window) == ()


@pytest.mark.requirement("urbanism:9.4")
def test_announcement_is_suspended_like_an_inquiry():
    poster, window = cs.announcement_period(day(7, 12))
    assert poster.opening == day(7, 13)
    assert window.opening == day(8, 19)
    assert window.closing == poster.closing == day(9, 2)


@given(st.dates(date(2017, 6, 1), date(2040, 1, 1)))
def test_window_always_ends_with_the_poster_and_opens_on_a_counted_day(received):
    poster, window = cs.announcement_period(received)
    assert window.closing == poster.closing
    assert cs.suspending(window.opening) is None
    assert cs.window_refusals(poster, window) == ()


def test_window_outside_the_poster_is_refused():
    poster = cs.period(day(9, 8), 21)
    early = Period(day(9, 7), day(9, 21), 15)
    late = Period(day(9, 15), day(9, 29), 15)
    for window in (early, late):
        assert [r.code for r in cs.window_refusals(poster, window)] == ["consultation.outside_poster"]


@pytest.mark.requirement("urbanism:8.1")
def test_shared_days_lengthen_once_and_older_consultations_not_at_all():
    ack = day(6, 15)
    first = cs.period(day(7, 10), 15)
    second = cs.period(day(7, 2), 15)
    assert cs.added_days([first, second], ack) == (31, 1)
    assert cs.added_days([first, second], day(7, 3)) == (31, 0)
    assert cs.added_days([first], day(7, 11)) == (0, 0)


@pytest.mark.requirement("urbanism:S31", "urbanism:3.8")
@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["derogation", "divergence"], "inquiry"),
        (["derogation"], "inquiry"),
        (["divergence"], "announcement"),
        ([], ""),
    ],
)
def test_dispensations_call_for_publicity(kinds, expected):
    assert cs.required_publicity(kinds) == expected


@pytest.mark.requirement("urbanism:9.1")
def test_durations_and_radii():
    assert cs.consultation_period(Category.ROAD, day(4, 20)).closing == day(5, 19)
    assert cs.radius(Category.BASE).value == 50
    assert cs.radius(Category.EXPLOSIVES_1).value == 100
    assert cs.radius(Category.BASE, impact_study=True).value == 200
