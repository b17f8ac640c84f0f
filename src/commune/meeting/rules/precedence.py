"""The order of precedence of councillors (CDLD art. L1122-18 and the rules of order)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cmp_to_key


@dataclass(frozen=True)
class Term:
    """A period as full councillor; both days inclusive, ``end`` ``None`` while it runs."""

    start: date
    end: date | None = None


@dataclass(frozen=True)
class Councillor:
    """``votes``: at the last election; ``list_id`` and ``list_rank``: the list stood on and the place there.

    ``role``: an office that goes first where the body's setting says so.
    """

    uid: str
    terms: tuple[Term, ...]
    votes: int
    birth: date
    list_id: str = ""
    list_rank: int = 0
    role: str = ""


def seniority(terms: tuple[Term, ...]) -> date:
    """Since when the councillor sits without interruption; ``date.max`` for one without a term."""
    ordered = sorted(terms, key=lambda term: term.start)
    since, until = date.max, None
    for term in ordered:
        if until is None or term.start > until + timedelta(days=1):
            since = term.start
        until = term.end or date.max - timedelta(days=1)
    return since


def precedence(members: tuple[Councillor, ...], first: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Councillors in order: uninterrupted seniority, then votes at the last election.

    Equal votes: on one list its order, otherwise the older first. ``first``: roles that go before,
    in that order; among several of one role (deputies), the order in which they are given stays.
    """
    leading = sorted((m for m in members if m.role in first), key=lambda member: first.index(member.role))
    others = sorted((m for m in members if m.role not in first), key=cmp_to_key(_compare))
    return tuple(member.uid for member in (*leading, *others))


def _compare(one: Councillor, other: Councillor) -> int:
    ours, theirs = (seniority(one.terms), -one.votes), (seniority(other.terms), -other.votes)
    if ours != theirs:
        return -1 if ours < theirs else 1
    if one.list_id == other.list_id:
        return one.list_rank - other.list_rank
    return (one.birth - other.birth).days
