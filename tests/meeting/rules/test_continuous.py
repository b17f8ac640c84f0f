"""Numbers across meetings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.meeting.rules.continuous import (
    DeliberationNumber,
    NumberedMeeting,
    draws_number,
    first_item_number,
    gaps,
    meeting_number,
)

DECEMBER = NumberedMeeting(date(2026, 12, 21), masters=20, number=51, first=1200)
JANUARY = date(2027, 1, 4)


@pytest.mark.requirement("meeting:AC-21", "meeting:ORD-6", "meeting:ORD-7")
@pytest.mark.parametrize(("reset", "number", "first"), [(True, 1, 1), (False, 52, 1220)])
def test_the_first_meeting_of_the_year(reset: bool, number: int, first: int) -> None:
    assert meeting_number(JANUARY, [DECEMBER], 51, reset).number == number
    assert first_item_number(JANUARY, [DECEMBER], reset) == first


@pytest.mark.requirement("meeting:ORD-6")
def test_meetings_whose_first_number_is_not_fixed_yet_still_count() -> None:
    between = NumberedMeeting(date(2026, 12, 28), masters=7)
    later = NumberedMeeting(date(2027, 1, 11), masters=50, first=5000)
    assert first_item_number(JANUARY, [later, DECEMBER, between], False) == 1227
    assert first_item_number(JANUARY, [between], False) == 8
    assert first_item_number(JANUARY, [], False) == 1


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30))
@pytest.mark.requirement("meeting:ORD-6")
def test_the_same_number_whichever_meetings_are_fixed(masters: list[int]) -> None:
    meetings = [NumberedMeeting(date(2026, 1, 1 + i), m, first=1 + sum(masters[:i])) for i, m in enumerate(masters)]
    unfixed = [NumberedMeeting(m.day, m.masters) for m in meetings]
    last = date(2026, 2, 20)
    assert first_item_number(last, meetings, False) == first_item_number(last, unfixed, False) == 1 + sum(masters)


@pytest.mark.requirement("meeting:ORD-7")
def test_a_break_in_the_sequence_is_a_warning() -> None:
    skipped = NumberedMeeting(date(2027, 1, 11), masters=3)
    second = NumberedMeeting(JANUARY, masters=3, number=1)
    assert meeting_number(date(2027, 1, 18), [second, DECEMBER], 1, True).warnings == ()
    given_number = meeting_number(date(2027, 1, 18), [second, skipped, DECEMBER], 1, True)
    assert given_number.number == 2
    assert [w.code for w in given_number.warnings] == ["meetings.number_not_in_sequence"]


@pytest.mark.requirement("meeting:DOC-5")
def test_a_deliberation_number_is_drawn_once_and_its_gaps_are_explained() -> None:
    assert str(DeliberationNumber(2026, 118)) == "2026/118"
    assert draws_number("decision", "decision", None)
    assert not draws_number("closing", "decision", None)
    assert draws_number("decision", "closing", None)
    assert not draws_number("decision", "decision", DeliberationNumber(2026, 118))
    assert gaps([1, 2, 5], 6, {3: "withdrawn"}) == ((3, "withdrawn"), (4, ""), (6, ""))
