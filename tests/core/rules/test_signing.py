"""Signing in turn: tables of what each may do, and what a session becomes whatever is done in it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.signing import (
    Delegation,
    Mark,
    Paper,
    PaperState,
    Session,
    SessionState,
    Signer,
    act_refusals,
    delegation_refusals,
    marked,
    open_papers,
    paper_state,
    reached,
    remind_refusals,
    revoke_refusals,
    signer_refusals,
    stands_for,
    state_of,
    turn,
)

AT, DAY = datetime(2027, 1, 11, 9, tzinfo=UTC), date(2027, 1, 11)
DG, MAYOR = Signer(1, "julie", "Julie", "DG"), Signer(2, "alain", "Alain", "Mayor")


def session(papers=2, signers=(DG, MAYOR), **fields):
    made = tuple(Paper(n, f"a{n}", f"Extract {n}", "0") for n in range(1, papers + 1))
    return Session("S2027-0001", "Extracts", "secretary", AT, signers, made, **fields)


def after(session, *acts):
    """``acts``: (account, paper, signed)."""
    for userid, paper, signed in acts:
        rank = next(one.rank for one in session.signers if one.userid == userid)
        session = marked(session, paper, Mark(rank, userid, AT, signed, "" if signed else "No"))
    return session


def codes(refusals):
    return [one.code for one in refusals]


@pytest.mark.requirement("core:SIG-1", "core:SIG-2")
@pytest.mark.parametrize(
    ("signers", "expected"),
    [
        ([DG, MAYOR], []),
        ([MAYOR, DG], []),
        ([], ["signing.no_signer"]),
        ([DG, replace(MAYOR, rank=3)], ["signing.ranks"]),
        ([DG, replace(MAYOR, rank=1)], ["signing.ranks"]),
        ([replace(DG, rank=0)], ["signing.ranks"]),
        ([DG, replace(MAYOR, userid="")], ["signing.no_account"]),
        ([DG, replace(MAYOR, userid="julie")], ["signing.listed_twice"]),
        (
            [DG, replace(MAYOR, userid="julie", rank=4), Signer(9, "", "Nobody")],
            ["signing.ranks", "signing.no_account", "signing.listed_twice"],
        ),
    ],
    ids=[
        "in order",
        "listed in another order",
        "nobody",
        "gap",
        "same number",
        "from zero",
        "no account",
        "twice",
        "all",
    ],
)
def test_signers_are_numbered_without_gap_have_accounts_and_differ(signers, expected):
    assert codes(signer_refusals(signers)) == expected


@pytest.mark.requirement("core:SIG-6", "meeting:AC-75")
@pytest.mark.parametrize(
    ("done", "userid", "paper", "expected"),
    [
        ([], "julie", 1, []),
        ([], "alain", 1, ["signing.not_your_turn"]),
        ([("julie", 1, True)], "alain", 1, ["signing.not_your_turn"]),
        ([("julie", 1, True)], "julie", 1, ["signing.already"]),
        ([("julie", 1, True), ("julie", 2, True)], "alain", 1, []),
        ([("julie", 1, True), ("julie", 2, False)], "alain", 1, []),
        ([("julie", 1, True), ("julie", 2, False)], "alain", 2, ["signing.left"]),
        ([("julie", 1, True), ("julie", 2, True)], "julie", 2, ["signing.already"]),
        ([], "secretary", 1, ["signing.not_signer"]),
        ([], "julie", 9, ["signing.no_paper"]),
        ([("julie", n, True) for n in (1, 2)] + [("alain", n, True) for n in (1, 2)], "alain", 1, ["signing.already"]),
    ],
    ids=["first in order", "the second cannot begin", "nor before the first did all", "not twice", "then the second",
         "a refused one does not stop the others", "a refused one has left", "the first is through", "not a signer",
         "no such file", "over"],
)  # fmt: skip
def test_each_in_turn(done, userid, paper, expected):
    current = after(session(), *done)
    found = next((one for one in current.papers if one.id == paper), None)
    assert codes(act_refusals(current, found, userid, (), DAY)) == expected


@pytest.mark.parametrize(
    ("done", "revoked", "expected", "papers"),
    [
        ([], "", "to_sign", ["waiting", "waiting"]),
        ([("julie", 1, True)], "", "partially_signed", ["waiting", "waiting"]),
        ([("julie", 1, False), ("julie", 2, False)], "", "refused", ["refused", "refused"]),
        ([("julie", 1, False), ("julie", 2, True), ("alain", 2, True)], "", "signed", ["refused", "signed"]),
        ([("julie", 1, True)], "Mistake", "cancelled", ["cancelled", "cancelled"]),
    ],
    ids=["new", "begun", "all refused", "one refused, the other signed", "called back"],
)
def test_what_a_session_becomes(done, revoked, expected, papers):
    current = replace(after(session(), *done), revoked=revoked)
    assert state_of(current) is SessionState(expected)
    assert [paper_state(current, one) for one in current.papers] == [PaperState(state) for state in papers]


def test_a_session_called_back_or_over_is_not_signed_nor_called_back():
    called = session(revoked="Mistake")
    assert codes(act_refusals(called, called.papers[0], "julie", (), DAY)) == ["signing.cancelled"]
    assert codes(revoke_refusals(called, " ")) == ["signing.over", "signing.reason"]
    assert codes(remind_refusals(called, DAY)) == ["signing.over"] and turn(called) is None
    assert codes(revoke_refusals(session(), "Mistake")) == [] and codes(remind_refusals(session(), DAY)) == []
    assert codes(remind_refusals(session(reminded=DAY), DAY)) == ["signing.reminded"]


AWAY = Delegation("julie", "paul", date(2027, 1, 10), date(2027, 1, 12))


@pytest.mark.parametrize(
    ("userid", "day", "expected"),
    [("paul", 9, False), ("paul", 10, True), ("paul", 12, True), ("paul", 13, False), ("julie", 11, True),
     ("rita", 11, False)],
    ids=["the day before", "first day", "last day", "the day after", "the signer all the same", "the second named"],
)  # fmt: skip
def test_the_first_substitute_of_the_day_stands_for_the_signer(userid, day, expected):
    named = (AWAY, replace(AWAY, substitute="rita"))
    assert stands_for(userid, DG, named, date(2027, 1, day)) is expected


@pytest.mark.requirement("core:SIG-2")
def test_a_substitute_who_signed_does_not_sign_again_for_another():
    current = after(session(1), ("julie", 1, True))
    stands = (Delegation("alain", "julie", DAY, DAY),)
    assert codes(act_refusals(current, current.papers[0], "julie", stands, DAY)) == ["signing.twice"]
    assert codes(act_refusals(current, current.papers[0], "alain", stands, DAY)) == []


@pytest.mark.parametrize(
    ("new", "known", "expected"),
    [
        (Delegation("julie", "paul", DAY, DAY), True, []),
        (Delegation("julie", "julie", DAY, DAY), True, ["signing.delegate_self"]),
        (Delegation("julie", "paul", DAY, date(2027, 1, 10)), False, ["signing.no_account", "signing.delegate_days"]),
        (Delegation("julie", "paul", date(2026, 1, 1), date(2026, 1, 2)), True, ["signing.delegate_days"]),
        (Delegation("julie", "paul", date(2027, 2, 1), date(2027, 2, 9)), True, ["signing.delegate_overlap"]),
    ],
    ids=["for a day", "oneself", "no account, days reversed", "past", "somebody is named already"],
)
def test_delegating(new, known, expected):
    others = (Delegation("julie", "rita", date(2027, 2, 9), date(2027, 2, 10)), replace(AWAY, absent="alain"))
    assert codes(delegation_refusals(new, others, known, DAY)) == expected


@given(st.lists(st.tuples(st.sampled_from(["julie", "alain"]), st.integers(1, 3), st.booleans()), max_size=12))
def test_whatever_is_tried_nobody_signs_before_his_turn_or_twice(tries):
    current = session(3)
    for userid, paper, signed in tries:
        found = next(one for one in current.papers if one.id == paper)
        if not act_refusals(current, found, userid, (), DAY):
            current = after(current, (userid, paper, signed))
    for paper in current.papers:
        ranks = [mark.rank for mark in paper.marks if mark.signed]
        assert ranks == sorted(set(ranks)) and ranks in ([], [1], [1, 2])
    if any(paper.signed_by(2) for paper in current.papers):
        assert all(paper.signed_by(1) for paper in open_papers(current))
    assert {one.rank for one in reached(current)} <= {1, 2} and (
        turn(current) is None or turn(current) in reached(current)
    )


def test_who_stands_for_both_waits_for_the_first_to_be_through():
    current = marked(session(), 1, Mark(1, "rita", AT, True))
    stands = (Delegation("julie", "paul", DAY, DAY), Delegation("alain", "paul", DAY, DAY))
    assert codes(act_refusals(current, current.papers[0], "paul", stands, DAY)) == ["signing.already"]
    assert codes(act_refusals(current, current.papers[1], "paul", stands, DAY)) == []
