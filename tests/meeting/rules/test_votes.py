"""Votes: encoding, results, wording."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.attendance import Away, ItemSheet, Member, Out, Sheet, mark
from commune.meeting.rules.results import (
    Candidate,
    Majority,
    Tally,
    Verdict,
    college_result,
    first_round,
    result,
    second_round,
    still_to_elect,
    tally,
)
from commune.meeting.rules.votes import (
    ItemVotes,
    Kind,
    Poll,
    Value,
    ballots,
    change_kind,
    complete,
    delete_poll,
    encode,
    encode_secret,
    have_voted,
    offered_values,
    room,
    same_result,
)
from commune.meeting.rules.wording import Line, Wording, WordingStyle, wording

YES, NO, ABSTAIN = Value.YES, Value.NO, Value.ABSTAIN
USED = (YES, NO, ABSTAIN)


def voters(count: int) -> tuple[str, ...]:
    return tuple(f"v{n:02}" for n in range(1, count + 1))


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


def said(yes: int, no: int = 0, abstain: int = 0) -> dict[str, Value]:
    return dict(zip(voters(yes + no + abstain), [YES] * yes + [NO] * no + [ABSTAIN] * abstain, strict=True))


@pytest.mark.requirement("meeting:AC-53", "meeting:VOT-2", "meeting:VOT-3")
def test_linked_polls() -> None:
    secret = (Poll(Kind.SECRET), Poll(Kind.SECRET, linked=True))
    first = encode_secret(secret, 0, {YES: 18, NO: 12}, 40, USED).polls
    assert room(first, 1, 40) == 10
    assert codes(encode_secret(first, 1, {YES: 11}, 40, USED).refusals) == ["votes.too_many_ballots"]
    assert encode_secret(first, 1, {YES: 10}, 40, USED).refusals == NONE
    public = (Poll(), Poll(linked=True))
    twelve = dict.fromkeys(voters(12), NO)
    polls = encode(public, 0, twelve, voters(40), USED).polls
    assert list(ballots(polls, 1, voters(40)).values()).count(Value.NOT_VOTABLE) == 12
    assert codes(encode(polls, 1, {"v01": YES}, voters(40), USED).refusals) == ["votes.voted_in_linked"]
    polls = encode(polls, 0, {"v01": Value.NOT_YET}, voters(40), USED).polls
    assert list(ballots(polls, 1, voters(40)).values()).count(Value.NOT_VOTABLE) == 11
    assert codes(delete_poll(polls, 0).refusals) == ["votes.linked_poll_follows"]
    assert delete_poll(delete_poll(polls, 1).polls, 0).polls == ()


@pytest.mark.requirement("meeting:VOT-3")
def test_what_linked_polls_offer() -> None:
    polls = (Poll(), Poll(), Poll(linked=True))
    assert offered_values(polls, 0, USED, (NO, ABSTAIN), (YES,)) == USED
    assert offered_values(polls, 1, USED, (NO, ABSTAIN), (YES,)) == (NO, ABSTAIN)
    assert offered_values(polls, 2, USED, (NO, ABSTAIN), (YES,)) == (YES,)


@pytest.mark.requirement("meeting:VOT-1", "meeting:VOT-2")
def test_what_cannot_be_encoded() -> None:
    public, secret = (Poll(),), (Poll(Kind.SECRET),)
    assert codes(encode(public, 0, {"x": YES}, voters(3), USED).refusals) == ["votes.not_a_voter"]
    assert codes(encode(public, 0, {"v01": Value.BLANK}, voters(3), USED).refusals) == ["votes.value_not_used"]
    assert codes(encode(secret, 0, {"v01": YES}, voters(3), USED).refusals) == ["votes.not_public"]
    assert codes(encode_secret(public, 0, {YES: 1}, 3, USED).refusals) == ["votes.not_secret"]
    refused = encode_secret(secret, 0, {Value.BLANK: -1}, 3, USED)
    assert codes(refused.refusals) == ["votes.value_not_used", "votes.negative"] and refused.polls is secret


@pytest.mark.requirement("meeting:VOT-8")
def test_a_secret_poll_has_no_place_for_a_person() -> None:
    (poll,) = encode_secret((Poll(Kind.SECRET),), 0, {YES: 2, NO: 1}, 3, USED).polls
    assert (poll.values, poll.counts) == ({}, {YES: 2, NO: 1})
    assert not any(name in repr(poll) for name in voters(3))
    assert {f.name for f in fields(Poll)} == {"kind", "label", "linked", "values", "counts"}


@pytest.mark.requirement("meeting:AC-47", "meeting:ATT-3")
def test_who_voted_cannot_be_marked_absent_whichever_poll_it_was() -> None:
    polls = (Poll(Kind.SECRET, counts={YES: 1}), Poll(values={"v02": NO}))
    assert have_voted(polls, voters(3)) == {"v02"}
    assert have_voted((Poll(Kind.SECRET, counts={YES: 3}),), voters(3)) == frozenset(voters(3))
    linked = (Poll(Kind.SECRET, counts={YES: 2}), Poll(Kind.SECRET, linked=True, counts={NO: 1}))
    assert have_voted(linked, voters(3)) == frozenset(voters(3))
    sheet = Sheet(tuple(Member(uid) for uid in voters(3)), (ItemSheet("i3"),))
    voted = {"i3": have_voted(polls, voters(3))}
    assert codes(mark(sheet, "v02", ["i3"], Away(Out.ABSENT), voted).refusals) == ["attendance.voted"]
    assert mark(sheet, "v03", ["i3"], Away(Out.ABSENT), voted).refusals == NONE


@pytest.mark.requirement("meeting:AC-59", "meeting:VOT-4")
def test_the_same_result_until_item_nine() -> None:
    source = ItemVotes("5", (Poll(values=said(19)),), voters(19))
    others = [
        ItemVotes("6", (Poll(),), voters(19)), ItemVotes("7", (Poll(), Poll()), voters(19)),
        ItemVotes("8", (), voters(19)), ItemVotes("9", (Poll(),), voters(19)),
        ItemVotes("10", (Poll(Kind.SECRET),), voters(19)), ItemVotes("11", (Poll(),), voters(18)),
    ]  # fmt: skip
    done = same_result(source, others)
    assert list(done.updated) == ["6", "8", "9"] and done.updated["6"] == source.polls
    assert {uid: r.code for uid, r in done.left_out.items()} == {
        "7": "votes.several_polls", "10": "votes.other_kind", "11": "votes.other_voters",
    }  # fmt: skip


@pytest.mark.requirement("meeting:VOT-5")
def test_a_change_of_kind_asks_before_it_erases() -> None:
    polls = (Poll(values=said(2)), Poll(linked=True))
    assert codes(change_kind(polls, Kind.SECRET, False).refusals) == ["votes.detail_would_be_lost"]
    assert change_kind(polls, Kind.SECRET, True).polls == (Poll(Kind.SECRET), Poll(Kind.SECRET, linked=True))
    secret = (Poll(Kind.SECRET, counts={YES: 2}),)
    assert change_kind(secret, Kind.SECRET_SEPARATE, False).polls[0].counts == {YES: 2}
    assert change_kind(secret, Kind.NO_VOTE, True).polls == (Poll(Kind.NO_VOTE),)


@pytest.mark.requirement("meeting:AC-51", "meeting:VOT-6")
@pytest.mark.parametrize(
    ("yes", "no", "abstain", "verdict"),
    [(9, 6, 4, "adopted"), (8, 9, 2, "rejected"), (12, 12, 1, "rejected"), (0, 0, 19, "rejected"),
     (9, 8, 8, "adopted")],
)  # fmt: skip
def test_simple_majority(yes: int, no: int, abstain: int, verdict: str) -> None:
    polls, who = (Poll(values=said(yes, no, abstain)),), voters(yes + no + abstain)
    got = result(tally(polls, 0, who), Majority())
    assert (got.verdict.value, got.cast) == (verdict, yes + no)


@pytest.mark.requirement("meeting:AC-51", "meeting:VOT-6")
def test_no_result_while_a_vote_is_missing() -> None:
    polls = (Poll(values=said(18)),)
    got = result(tally(polls, 0, voters(19)), Majority())
    assert (got.verdict, codes(got.refusals)) == (Verdict.NONE, ["votes.incomplete"])
    assert complete(polls, voters(19)) == (Refusal("votes.incomplete", {"poll": 0, "missing": 1}, "0"),)
    assert complete((Poll(Kind.SECRET, counts={YES: 19}), Poll(Kind.FREEHAND)), voters(19)) == NONE
    linked = (Poll(values=said(0, 5)), Poll(linked=True))
    assert complete(linked, voters(19))[0].data == {"poll": 1, "missing": 14}


@pytest.mark.requirement("meeting:AC-57", "meeting:VOT-6")
def test_shares() -> None:
    weights = {"v01": 520, "v02": 310, "v03": 170}
    polls = (Poll(values={"v01": NO, "v02": YES, "v03": YES}),)
    votes = tally(polls, 0, voters(3), weights)
    simple = result(votes, Majority())
    assert (simple.yes, simple.cast, simple.verdict) == (480, 1000, Verdict.REJECTED)
    assert result(votes, Majority(Fraction(2, 3))).needed == 667


@pytest.mark.requirement("meeting:AC-101", "meeting:VOT-6")
def test_those_who_do_not_vote() -> None:
    secret = (Poll(Kind.SECRET, counts={YES: 7, NO: 5, Value.DOES_NOT_VOTE: 7}),)
    votes = tally(secret, 0, voters(19))
    assert result(votes, Majority()).verdict is Verdict.ADOPTED
    present = result(votes, Majority(Fraction(2, 3), "present"), present=19)
    assert (present.needed, present.verdict) == (13, Verdict.REJECTED)
    cast = result(votes, Majority(Fraction(2, 3)))
    assert (cast.needed, cast.verdict) == (8, Verdict.REJECTED)
    office = result(votes, Majority(Fraction(1, 4), "in_office"), in_office=23)
    assert (office.needed, office.verdict) == (6, Verdict.ADOPTED)
    wide = Majority(cast=frozenset({YES, NO, Value.DOES_NOT_VOTE}))
    assert result(votes, wide).verdict is Verdict.REJECTED


@pytest.mark.requirement("meeting:VOT-6")
@pytest.mark.parametrize(
    ("ties", "urgent", "chair", "councillor", "verdict"),
    [
        (0, False, YES, False, Verdict.DEFERRED),
        (1, False, YES, True, Verdict.COUNCILLOR_CALLED),
        (2, False, YES, False, Verdict.ADOPTED),
        (0, True, NO, False, Verdict.REJECTED),
        (0, True, ABSTAIN, False, Verdict.CHAIR_DECIDES),
        (2, False, None, True, Verdict.CHAIR_DECIDES),
    ],
)
def test_a_tie_in_the_college(ties: int, urgent: bool, chair: Value, councillor: bool, verdict: Verdict) -> None:
    tied = result(Tally({YES: 3, NO: 3, ABSTAIN: 1}), Majority())
    assert tied.tie and college_result(tied, ties, urgent, chair, councillor).verdict is verdict
    clear = result(Tally({YES: 4, NO: 3}), Majority())
    assert college_result(clear, ties, urgent, chair, councillor) is clear


@pytest.mark.requirement("meeting:VOT-6")
def test_elections_seat_by_seat() -> None:
    ann, bob, cid = (Candidate(u, date(y, 1, 1)) for u, y in (("ann", 1980), ("bob", 1960), ("cid", 1970)))
    everyone = (ann, bob, cid)
    assert first_round(everyone, {"ann": 10, "bob": 5, "cid": 4}).elected == "ann"
    assert first_round(everyone, {"ann": 9, "bob": 5, "cid": 5}).second_round == ("ann", "bob")
    assert first_round((), {}).elected == ""
    tied = second_round((ann, bob), {"ann": 9, "bob": 9})
    assert (tied.elected, tied.by_age) == ("bob", True)
    assert second_round((ann, bob), {"ann": 10, "bob": 9}).elected == "ann"
    assert second_round((), {}).elected == ""
    assert still_to_elect(everyone, ["ann"]) == (bob, cid)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
@pytest.mark.requirement("meeting:VOT-6")
def test_adopted_only_with_more_yes_than_no(yes: int, no: int, abstain: int) -> None:
    got = result(Tally({YES: yes, NO: no, ABSTAIN: abstain}), Majority())
    assert (got.verdict is Verdict.ADOPTED) == (yes > no)


NAMES: Mapping[str, str] = {uid: f"Mrs {uid}" for uid in voters(10)}


@pytest.mark.requirement("meeting:VOT-7")
@pytest.mark.parametrize(
    ("poll", "style", "expected"),
    [
        (Poll(values=said(10)), WordingStyle(), Wording("unanimous", False, "", (Line(YES, 10),))),
        (Poll(values=said(8, 2)), WordingStyle(), Wording("counts", False, "", (Line(YES, 8), Line(NO, 2)))),
        (
            Poll(values=said(8, 2)),
            WordingStyle("names", names_up_to=Fraction(1, 4)),
            Wording("counts", False, "", (Line(YES, 8), Line(NO, 2, ("Mrs v09", "Mrs v10")))),
        ),
        (
            Poll(Kind.SECRET, "Seat 1", counts={YES: 6, NO: 4}),
            WordingStyle("names"),
            Wording("counts", True, "Seat 1", (Line(YES, 6), Line(NO, 4))),
        ),
        (Poll(values=said(0, 10)), WordingStyle("sentence"), Wording("sentence", False, "", (Line(NO, 10),))),
    ],
)
def test_wording(poll: Poll, style: WordingStyle, expected: Wording) -> None:
    assert wording((poll,), 0, voters(10), NAMES, style) == expected


def test_zero_values_are_shown_on_demand() -> None:
    lines = wording((Poll(values=said(8, 2)),), 0, voters(10), NAMES, WordingStyle(hide_zero=False)).lines
    assert len(lines) == 7 and Line(Value.BLANK, 0) in lines
