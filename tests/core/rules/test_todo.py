"""The most pressing first, and how pressing each is."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commune.core.rules.todo import Todo, Urgency, pressing_first, urgency_on

TODAY = date(2026, 3, 16)


def row(title: str, days: int | None, urgency: Urgency | None = None) -> Todo:
    due = None if days is None else TODAY + timedelta(days=days)
    return Todo(title, "there", "opinion", due, urgency=urgency)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(-1, Urgency.LATE, id="yesterday"),
        pytest.param(0, Urgency.TODAY, id="last-day"),
        pytest.param(1, Urgency.SOON, id="tomorrow"),
        pytest.param(5, Urgency.SOON, id="five-days"),
        pytest.param(6, Urgency.LATER, id="six-days"),
        pytest.param(None, Urgency.NONE, id="without-term"),
    ],
)
def test_how_pressing(days, expected):
    assert urgency_on(row("x", days), TODAY) is expected


def test_an_urgency_given_wins():
    assert urgency_on(row("x", 30, Urgency.TODAY), TODAY) is Urgency.TODAY


def test_the_late_one_comes_first_and_what_has_no_term_last():
    rows = [row("Barn", None), row("Terrace", 2), row("Flats", -3), row("Awning", 2), row("Tree", 40)]
    assert [one.title for one in pressing_first(rows, TODAY)] == ["Flats", "Awning", "Terrace", "Tree", "Barn"]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(-400, 400)), max_size=12))
def test_ordering_loses_nothing_and_never_puts_a_later_day_before_an_earlier_one(days):
    found = pressing_first([row(str(at), day) for at, day in enumerate(days)], TODAY)
    dues = [one.due for one in found if one.due]
    assert len(found) == len(days) and dues == sorted(dues)
