"""The result of a poll: majorities, ties, elections of persons, shares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.votes import SECRET_KINDS, Polls, Value, ballots, not_yet


class Verdict(StrEnum):
    """What a poll decides; ``NONE`` while it is not complete."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    COUNCILLOR_CALLED = "councillor_called"
    CHAIR_DECIDES = "chair_decides"
    NONE = "none"


Base = Literal["cast", "present", "in_office"]


@dataclass(frozen=True)
class Majority:
    """``share`` ``None``: more yes than the rest of the votes cast. Otherwise that share of ``base``, rounded up.

    ``cast``: values counted as votes cast (yes and no; CDLD art. L1122-26 leaves the others out).
    """

    share: Fraction | None = None
    base: Base = "cast"
    cast: frozenset[Value] = frozenset({Value.YES, Value.NO})


@dataclass(frozen=True)
class Tally:
    """Votes per value, by head or by weight, and how many ballots are still to come."""

    counts: Mapping[Value, int]
    missing: int = 0

    def of(self, value: Value) -> int:
        """How many (or how much) that value has."""
        return self.counts.get(value, 0)


@dataclass(frozen=True)
class Result:
    """The verdict with what explains it: votes cast, yes needed, yes obtained."""

    verdict: Verdict
    yes: int
    cast: int
    needed: int
    tie: bool = False
    refusals: Refusals = NONE


def tally(polls: Polls, index: int, voters: tuple[str, ...], weights: Mapping[str, int] | None = None) -> Tally:
    """Count one poll. ``weights``: shares per voter in a public poll of an intercommunal body; else one each."""
    poll, missing = polls[index], not_yet(polls, index, voters)
    if poll.kind in SECRET_KINDS:
        return Tally(dict(poll.counts), missing)
    counts: dict[Value, int] = {}
    for uid, value in ballots(polls, index, voters).items():
        counts[value] = counts.get(value, 0) + (weights or {}).get(uid, 1)
    return Tally(counts, missing)


def result(votes: Tally, majority: Majority, present: int = 0, in_office: int = 0) -> Result:
    """The result of a poll; a tie rejects. ``present`` and ``in_office``: bases of a qualified majority.

    Incomplete, there is no result and the item cannot be closed.
    """
    yes = votes.of(Value.YES)
    cast = sum(votes.of(value) for value in majority.cast)
    if majority.share is None:
        needed = floor(Fraction(cast, 2)) + 1
    else:
        needed = ceil(majority.share * {"cast": cast, "present": present, "in_office": in_office}[majority.base])
    if votes.missing:
        refusal = Refusal("votes.incomplete", {"missing": votes.missing})
        return Result(Verdict.NONE, yes, cast, needed, refusals=(refusal,))
    tie = majority.share is None and cast > 0 and 2 * yes == cast
    adopted = yes >= max(needed, 1)
    return Result(Verdict.ADOPTED if adopted else Verdict.REJECTED, yes, cast, needed, tie)


def college_result(
    simple: Result, ties_before: int, urgency_declared: bool, chair: Value | None, calls_councillor: bool
) -> Result:
    """The result in a College (CDLD art. L1123-22).

    On a tie the item is deferred to the next sitting, or a councillor is called by precedence; the
    chair's vote decides when urgency was declared by a majority before the debate, or at the
    third tie on the same item (``ties_before`` 2). ``chair``: the chair's own ballot, if cast for or against.
    """
    if not simple.tie:
        return simple
    if urgency_declared or ties_before >= 2:
        by_chair = {Value.YES: Verdict.ADOPTED, Value.NO: Verdict.REJECTED}
        verdict = by_chair.get(chair, Verdict.CHAIR_DECIDES) if chair else Verdict.CHAIR_DECIDES
    else:
        verdict = Verdict.COUNCILLOR_CALLED if calls_councillor else Verdict.DEFERRED
    return Result(verdict, simple.yes, simple.cast, simple.needed, True)


@dataclass(frozen=True)
class Candidate:
    """A person to elect or present."""

    uid: str
    birth: date


@dataclass(frozen=True)
class Round:
    """One ballot for one seat: who is elected, or who stands in the second round."""

    elected: str = ""
    second_round: tuple[str, ...] = ()
    by_age: bool = False


def first_round(candidates: Iterable[Candidate], votes: Mapping[str, int]) -> Round:
    """Elected: the absolute majority of valid ballots; else the two best go on, the older on a tie."""
    ranked = _ranked(candidates, votes)
    valid = sum(votes.get(candidate.uid, 0) for candidate in ranked)
    if ranked and 2 * votes.get(ranked[0].uid, 0) > valid:
        return Round(ranked[0].uid)
    return Round(second_round=tuple(candidate.uid for candidate in ranked[:2]))


def second_round(candidates: Iterable[Candidate], votes: Mapping[str, int]) -> Round:
    """Elected: who has most votes, the older on a tie (CDLD art. L1122-28, to be confirmed)."""
    ranked = _ranked(candidates, votes)
    tie = len(ranked) > 1 and votes.get(ranked[0].uid, 0) == votes.get(ranked[1].uid, 0)
    return Round(ranked[0].uid if ranked else "", by_age=tie)


def _ranked(candidates: Iterable[Candidate], votes: Mapping[str, int]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: (-votes.get(candidate.uid, 0), candidate.birth))


def still_to_elect(candidates: Iterable[Candidate], elected: Iterable[str]) -> tuple[Candidate, ...]:
    """Candidates for the next seat: each seat has its own ballot, without those already elected."""
    gone = frozenset(elected)
    return tuple(candidate for candidate in candidates if candidate.uid not in gone)
