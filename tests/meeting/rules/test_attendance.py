"""Attendance: the meeting's list, each item, moves, interests, proxies, signatories."""

from dataclasses import replace
from datetime import date

import pytest

from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.attendance import (
    Away,
    Cause,
    ItemSheet,
    Member,
    Out,
    Presence,
    Proxy,
    Sheet,
    against_joining_list,
    against_leaving_list,
    against_signing,
    double_ranks,
    item_presents,
    item_range,
    item_voters,
    mark,
    withdrawn,
)
from commune.meeting.rules.comings import (
    Interest,
    Moves,
    against_proxies,
    moves,
    reminders,
)
from commune.meeting.rules.legal_clock import RemoteSitting, against_convening
from commune.meeting.rules.signatories import Signatory, signatories

COUNCIL = (
    *(Member(f"m{n:02}") for n in range(1, 19)),
    Member("m19", voter=False),
    Member("m20", Presence.EXCUSED), Member("m21", Presence.EXCUSED),
    Member("m22", Presence.ABSENT), Member("m23", Presence.ABSENT),
)  # fmt: skip
ITEMS = tuple(ItemSheet(f"i{n}") for n in range(1, 7))
SHEET = Sheet(COUNCIL, ITEMS)
ABSENT, ASIDE = Away(Out.ABSENT, Cause.LEFT), Away(Out.NOT_CONCERNED, Cause.CONFLICT)


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


def marked(sheet: Sheet, *acts: tuple[str, str, Away]) -> Sheet:
    for member, item, away in acts:
        sheet = mark(sheet, member, [item], away, {}).sheet
    return sheet


@pytest.mark.requirement("meeting:AC-45", "meeting:ATT-1", "meeting:ATT-2", "meeting:ATT-4")
def test_a_council_of_twenty_three() -> None:
    sheet = marked(SHEET, ("m05", "i4", ABSENT), ("m07", "i4", ASIDE), ("m09", "i4", ASIDE))
    assert (len(SHEET.presents), len(SHEET.voters)) == (19, 18)
    assert (len(item_presents(sheet, "i4")), len(item_voters(sheet, "i4"))) == (16, 15)
    assert withdrawn(sheet, "i4") == ("m07", "m09")
    assert len(item_presents(sheet, "i5")) == 19
    ordered = replace(sheet, items=(ItemSheet("i1", order=("m03", "m01")),))
    assert item_presents(ordered, "i1")[:3] == ("m03", "m01", "m02")


@pytest.mark.requirement("meeting:ATT-2")
def test_until_item_n_and_back_again() -> None:
    assert item_range(SHEET, "i2", "i4") == ("i2", "i3", "i4")
    assert item_range(SHEET, "i4", "i2") == item_range(SHEET, "i4") == ("i4",)
    away = mark(SHEET, "m01", item_range(SHEET, "i2", "i4"), ABSENT, {}).sheet
    back = mark(away, "m01", ["i4"], None, {}).sheet
    assert ["m01" in item_presents(back, i.uid) for i in ITEMS] == [True, False, False, True, True, True]


@pytest.mark.requirement("meeting:AC-47", "meeting:ATT-3")
def test_who_cannot_be_marked_absent() -> None:
    signing = replace(SHEET, members=(Member("m01", rank=1), *COUNCIL[1:]))
    voted = {"i3": frozenset({"m02"})}
    assert codes(mark(SHEET, "m02", ["i3"], ABSENT, voted).refusals) == ["attendance.voted"]
    assert codes(mark(signing, "m01", ["i3"], ABSENT, {}).refusals) == ["attendance.signatory"]
    assert codes(mark(SHEET, "m22", ["i3"], ABSENT, {}).refusals) == ["attendance.not_present"]
    assert codes(mark(SHEET, "stranger", ["i3"], ABSENT, {}).refusals) == ["attendance.not_present"]
    partly = mark(SHEET, "m02", ["i2", "i3"], ABSENT, voted)
    assert partly.sheet is SHEET
    redefined = replace(signing, items=(ItemSheet("i3", signatories={1: "m04"}),))
    assert mark(redefined, "m01", ["i3"], ABSENT, {}).refusals == NONE
    assert codes(mark(redefined, "m04", ["i3"], ABSENT, {}).refusals) == ["attendance.signatory"]


@pytest.mark.requirement("meeting:ATT-3")
def test_the_list_of_the_meeting_is_kept_while_items_depend_on_it() -> None:
    sheet = Sheet(COUNCIL, (ItemSheet("i1", {"m01": ABSENT}), ItemSheet("i2", signatories={1: "m01"}),
                            ItemSheet("i3", order=("m02",))))  # fmt: skip
    refused = against_leaving_list(sheet, "m01", {"i3": frozenset({"m01"})})
    assert [(r.code, r.place) for r in refused] == [
        ("attendance.own_order", "i3"), ("attendance.redefined", "i1"),
        ("attendance.redefined", "i2"), ("attendance.voted", "i3"),
    ]  # fmt: skip
    assert against_leaving_list(SHEET, "m01", {}) == NONE
    assert codes(against_joining_list(sheet)) == ["attendance.own_order"]
    assert double_ranks(Sheet((Member("a", rank=1), Member("b", rank=1), Member("c", rank=2)))) == (
        Refusal("attendance.double_rank", {"rank": 1}),
    )


@pytest.mark.requirement("meeting:ATT-5")
def test_comings_and_goings() -> None:
    sheet = marked(SHEET, ("m01", "i1", ABSENT), ("m02", "i3", ABSENT), ("m03", "i2", ASIDE))
    got = moves(sheet)
    assert got[0] == Moves("i1", came_after=("m01",), withdrew_after=("m03",))
    assert got[1] == Moves(
        "i2", came_before=("m01",), left_after=("m02",), withdrew_before=("m03",), returned_after=("m03",)
    )
    assert got[2] == Moves("i3", left_before=("m02",), came_after=("m02",), returned_before=("m03",))
    assert got[5] == Moves("i6")
    assert moves(sheet, first_too=True)[0].left_before == ("m01",)


@pytest.mark.requirement("meeting:AC-97", "meeting:ATT-8")
def test_an_interest_declared_before_the_sitting() -> None:
    declared = (Interest("m07", "i4"),)
    sheet = marked(SHEET, ("m07", "i4", ASIDE))
    assert "m07" not in item_voters(sheet, "i4")
    assert codes(against_signing(sheet, "i4", "m07")) == ["attendance.signatory_not_present"]
    assert against_signing(sheet, "i5", "m07") == NONE
    assert withdrawn(sheet, "i4") == ("m07",)
    assert reminders(("i4", "older"), declared, {"i4": sheet}) == (Interest("m07", "i4"),)
    assert Interest("m07", "i4").article == "CDLD art. L1122-19"


@pytest.mark.requirement("meeting:ATT-11")
@pytest.mark.parametrize(
    ("proxies", "most", "expected"),
    [
        ((), 0, []),
        ((Proxy("m22", "m01"),), 0, ["attendance.no_proxies"]),
        ((Proxy("m22", "m01"),), 1, []),
        ((Proxy("m02", "m22"),), 1, ["attendance.giver_present", "attendance.holder_absent"]),
        ((Proxy("m22", "m01"), Proxy("m23", "m01")), 1, ["attendance.too_many_proxies"]),
    ],
)
def test_proxies(proxies: tuple[Proxy, ...], most: int, expected: list[str]) -> None:
    assert codes(against_proxies(SHEET, proxies, most)) == expected


@pytest.mark.requirement("meeting:ATT-11")
def test_who_gave_a_proxy_votes_where_its_holder_takes_part() -> None:
    sheet = replace(SHEET, proxies=(Proxy("m22", "m01"),))
    assert item_voters(sheet, "i1")[-1] == "m22" and "m22" not in item_presents(sheet, "i1")
    assert "m22" not in item_voters(marked(sheet, ("m01", "i4", ASIDE)), "i4")


@pytest.mark.requirement("meeting:AC-99", "meeting:ATT-12")
def test_a_lost_link_is_an_absence() -> None:
    lost = mark(SHEET, "m05", ["i6"], Away(Out.ABSENT, Cause.LINK_LOST), {}).sheet
    assert lost.item("i6").away["m05"] == Away(Out.ABSENT, Cause("link_lost"))
    assert "m05" not in item_presents(lost, "i6")
    refused = against_convening(RemoteSitting(technical_note="see the mail"))
    assert [r.place for r in refused] == ["reason", "tool"]


@pytest.mark.requirement("meeting:ATT-9")
def test_signatories_by_rank() -> None:
    body = (Signatory(1, "dg", "Director general"), Signatory(2, "m01", "Mayor"), Signatory(2, "m02", "Deputy"))
    old = (Signatory(1, "old_dg", valid_to=date(2020, 1, 1)), Signatory(3, "m22"))
    sheet = marked(SHEET, ("m01", "i4", ABSENT))
    day = date(2026, 10, 22)
    assert [s.position for s in signatories(sheet, "i4", day, (old, body))] == ["dg", "m02"]
    assert [s.position for s in signatories(sheet, "i5", day, (old, body))] == ["dg", "m01"]
    item = (Signatory(1, "m03", valid_from=date(2026, 1, 1)),)
    assert [s.position for s in signatories(sheet, "i5", day, (item, body))] == ["m03", "m01"]
