"""Late, offered and urgent items."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.meeting.rules.lateness import (
    UrgencyVote,
    against_urgent,
    entry_list_type,
    is_late,
    is_offered,
    list_type_after_removal,
    list_type_after_sending,
    urgency_needed,
)

MONDAY, NEXT = date(2026, 9, 28), date(2026, 10, 5)
THURSDAY = date(2026, 10, 22)


@pytest.mark.requirement("meeting:ITM-14")
@pytest.mark.parametrize(
    ("frozen", "preferred", "late"),
    [(True, MONDAY, True), (True, NEXT, False), (False, MONDAY, False), (True, None, False)],
)
def test_late(frozen: bool, preferred: date | None, late: bool) -> None:
    assert is_late(MONDAY, frozen, preferred) is late


@pytest.mark.requirement("meeting:ITM-14")
def test_a_late_item_inserted_as_normal() -> None:
    assert entry_list_type(True, True) == "normal"
    assert entry_list_type(True, False) == "late"
    assert entry_list_type(False, True, "urgent") == "urgent"
    assert (list_type_after_removal("late"), list_type_after_removal("urgent")) == ("normal", "normal")
    assert list_type_after_removal("councillor") == "councillor"


@pytest.mark.requirement("meeting:ITM-15")
@pytest.mark.parametrize(
    ("state", "frozen", "preferred", "offered"),
    [
        ("validated", False, None, True), ("validated", False, MONDAY, True), ("validated", False, NEXT, False),
        ("validated", True, None, False), ("validated", True, MONDAY, True), ("validated", True, NEXT, False),
        ("draft", False, None, False),
    ],
)  # fmt: skip
def test_offered(state: str, frozen: bool, preferred: date | None, offered: bool) -> None:
    assert is_offered(state, MONDAY, frozen, preferred) is offered


def test_a_closed_meeting_is_offered_nothing() -> None:
    assert not is_offered("validated", MONDAY, True, MONDAY, closed=True)


@pytest.mark.requirement("meeting:AC-55", "meeting:ITM-16")
@pytest.mark.parametrize(("present", "needed"), [(19, 13), (20, 14), (21, 14)])
def test_two_thirds_of_those_present(present: int, needed: int) -> None:
    names = tuple(f"member {i}" for i in range(needed))
    assert urgency_needed(present, THURSDAY) == needed
    assert against_urgent("urgent", UrgencyVote(present, names, "danger", THURSDAY)) == ()
    refused = against_urgent("urgent", UrgencyVote(present, names[1:], " ", THURSDAY))
    assert [r.code for r in refused] == ["items.urgency_not_motivated", "items.urgency_rejected"]
    assert refused[1].data == {"in_favour": needed - 1, "needed": needed, "present": present}


@pytest.mark.requirement("meeting:ITM-16")
def test_urgency_is_voted_first_and_counts_each_member_once() -> None:
    assert against_urgent("late", None) == ()
    assert [r.code for r in against_urgent("urgent", None)] == ["items.urgency_not_voted"]
    twice = UrgencyVote(3, ("a", "a"), "danger", THURSDAY)
    assert [r.code for r in against_urgent("urgent", twice)] == ["items.urgency_rejected"]
    with pytest.raises(LookupError):
        urgency_needed(19, date(1990, 1, 1))


@given(st.integers(1, 60))
def test_never_less_than_two_thirds(present: int) -> None:
    needed = urgency_needed(present, THURSDAY)
    assert 3 * needed >= 2 * present > 3 * (needed - 1)


@pytest.mark.requirement("meeting:ITM-16")
@pytest.mark.parametrize(
    ("current", "sent", "used", "in_time", "after"),
    [
        pytest.param("normal", True, True, True, "urgent", id="not on the agenda sent"),
        pytest.param("late", True, True, True, "urgent", id="late is urgent too"),
        pytest.param("normal", False, True, True, "normal", id="agenda not sent yet"),
        pytest.param("late", True, False, True, "late", id="a body without urgency"),
        pytest.param("councillor", True, True, True, "councillor", id="point of a councillor in time"),
        pytest.param("councillor", True, True, False, "urgent", id="point of a councillor too late"),
    ],
)
def test_what_enters_after_the_convocation_is_urgent(
    current: str, sent: bool, used: bool, in_time: bool, after: str
) -> None:
    assert list_type_after_sending(current, sent, used, in_time) == after
