"""Precedence and quorum."""

from datetime import date
from fractions import Fraction

import pytest

from commune.core.rules.refusals import NONE
from commune.meeting.rules.precedence import Councillor, Term, precedence, seniority
from commune.meeting.rules.quorum import QuorumRule, Seat, against_deciding_without, needed, quorum

Y06, Y12, Y18, Y24 = (date(y, 12, 3) for y in (2006, 2012, 2018, 2024))
BORN = date(1970, 1, 1)
A = Councillor("A", (Term(Y12, date(2018, 12, 2)), Term(Y18)), 310, BORN)
B = Councillor("B", (Term(Y18),), 905, BORN)
C = Councillor("C", (Term(Y12),), 644, BORN)
D = Councillor("D", (Term(Y24),), 1200, BORN)
E = Councillor("E", (Term(Y18), Term(Y06, date(2012, 12, 2))), 700, BORN)


@pytest.mark.requirement("meeting:AC-49", "meeting:ATT-6")
def test_precedence_of_five_councillors() -> None:
    assert precedence((A, B, C, D, E)) == ("C", "A", "B", "E", "D")


@pytest.mark.requirement("meeting:ATT-6")
def test_ties_and_offices() -> None:
    mayor = Councillor("mayor", (Term(Y24),), 10, BORN, role="mayor")
    one = Councillor("one", (Term(Y24),), 100, BORN, "L1", 4)
    two = Councillor("two", (Term(Y24),), 100, date(1990, 1, 1), "L1", 2)
    elder = Councillor("elder", (Term(Y24),), 100, date(1950, 1, 1), "L2", 9)
    assert precedence((one, two)) == ("two", "one")
    assert precedence((two, elder)) == ("elder", "two")
    assert precedence((A, mayor), ("mayor", "deputy")) == ("mayor", "A")
    assert seniority(()) == date.max


@pytest.mark.requirement("meeting:ATT-7")
@pytest.mark.parametrize(("base", "most"), [(23, 12), (24, 13), (7, 4), (1, 1)])
def test_more_than_half(base: int, most: int) -> None:
    assert needed(QuorumRule(), base) == most


@pytest.mark.requirement("meeting:ATT-7")
def test_the_quorum_of_an_item() -> None:
    seats = (*(Seat() for _ in range(11)), Seat(withdrawn=True), *(Seat(present=False) for _ in range(11)))
    (line,) = quorum(QuorumRule(), seats)
    assert (line.base, line.present, line.needed, line.ok) == (23, 11, 12, False)
    assert [r.code for r in against_deciding_without(QuorumRule(), (line,))] == ["quorum.missing"]
    assert against_deciding_without(QuorumRule(below="ignore"), (line,)) == NONE
    assert quorum(QuorumRule(withdrawn_count=True), seats)[0].ok
    assert quorum(QuorumRule(), seats, call=3, relisted=True)[0].ok
    assert not quorum(QuorumRule(), seats, call=3)[0].ok


@pytest.mark.requirement("meeting:ATT-7")
def test_other_quorums() -> None:
    seats = (Seat("communes", 60), Seat("communes", 20, present=False), Seat("private", 20, present=False))
    weighted = QuorumRule(Fraction(1, 2), weighted=True)
    assert quorum(weighted, seats)[0].ok
    groups = quorum(QuorumRule(per_group=True), seats)
    assert [(line.group, line.present, line.needed) for line in groups] == [("communes", 1, 2), ("private", 0, 1)]
