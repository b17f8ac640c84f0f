"""Declarations of interest made before the sitting, and attendance over a period."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from commune.core.rules.refusals import NONE
from commune.meeting.rules.attendance import Away, ItemSheet, Member, Out, Presence, Sheet, item_voters
from commune.meeting.rules.attendance_statistics import Attended, statistics
from commune.meeting.rules.interests import (
    WITHDRAWS,
    Interest,
    against_declaring,
    reminded,
    still_in,
    withdraw,
    withdrawn_for_interest,
)

SHEET = Sheet((Member("k"), Member("m", rank=1), Member("x", Presence.EXCUSED)), (ItemSheet("i8"), ItemSheet("i9")))


@pytest.mark.requirement("meeting:AC-97", "meeting:ATT-8")
def test_who_declared_an_interest_is_out_as_soon_as_present() -> None:
    after = withdraw(SHEET, {"i9": ("k", "x")}, {"k", "m"}, {})
    assert after.item("i9").away == {"k": WITHDRAWS} and after.item("i8") == ItemSheet("i8")
    assert (item_voters(after, "i9"), withdrawn_for_interest(after, "i9")) == (("m",), ("k",))
    assert withdraw(after, {"i9": ("k",)}, {"k"}, {}) == after
    assert withdraw(SHEET, {"i9": ("k",)}, set(), {}) == SHEET, "brought back by hand, not put out again"


@pytest.mark.requirement("meeting:ATT-8")
def test_a_signatory_or_a_voter_stays_for_a_person_to_settle() -> None:
    assert withdraw(SHEET, {"i9": ("m",)}, {"m"}, {}) == SHEET
    assert withdraw(SHEET, {"i9": ("k",)}, {"k"}, {"i9": frozenset({"k"})}) == SHEET
    assert still_in(SHEET, "i9", ("m", "x")) == ("m",)
    assert still_in(withdraw(SHEET, {"i9": ("k",)}, {"k"}, {}), "i9", ("k",)) == ()


def test_what_is_wrong_with_a_declaration() -> None:
    assert against_declaring("k", {"k", "m"}, (), False) == NONE
    assert [r.code for r in against_declaring("z", {"k"}, ("z",), True)] == [
        "interests.unknown_member", "interests.declared", "interests.over",
    ]  # fmt: skip
    assert Interest("k", datetime(2026, 10, 1, tzinfo=UTC), "secretary").member == "k"


@pytest.mark.requirement("meeting:AC-97", "meeting:ATT-8")
def test_who_withdrew_on_a_linked_item_is_recalled() -> None:
    linked = {"i1": ("mrs-k", "mr-m"), "i2": ("mrs-k",)}
    assert reminded(linked, {"mr-m"}) == {"mrs-k": "i2"}


@pytest.mark.requirement("meeting:ATT-10")
def test_attendance_of_a_period() -> None:
    first = Sheet(SHEET.members, (ItemSheet("i8", {"k": Away(Out.ABSENT)}), ItemSheet("i9", {"k": WITHDRAWS})))
    second = Sheet((Member("k2"), Member("m", Presence.ABSENT)), (ItemSheet("j1"),))
    lines = statistics((first, second), {"k": "mrs-k", "k2": "mrs-k"})
    assert lines == (
        Attended("mrs-k", present=2, items=3, taken=1, withdrew=1),
        Attended("m", present=1, absent=1, items=2, taken=2),
        Attended("x", excused=1),
    )
    assert [line.rate for line in lines] == [1, Fraction(1, 2), 0]
    assert (Attended("z").rate, statistics((), {})) == (None, ())
