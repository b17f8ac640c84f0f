"""Signing several files in turn: who signs next, who may refuse, what a session has become (core 1.16)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from commune.core.rules.refusals import Refusal, Refusals


class SessionState(StrEnum):
    """What a session is, computed from what was done in it."""

    TO_SIGN = "to_sign"
    PARTLY_SIGNED = "partially_signed"
    SIGNED = "signed"
    REFUSED = "refused"
    CANCELLED = "cancelled"


OPEN = frozenset({SessionState.TO_SIGN, SessionState.PARTLY_SIGNED})


class PaperState(StrEnum):
    """What one file of a session is."""

    WAITING = "waiting"
    SIGNED = "signed"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Signer:
    """Somebody who signs, in the order of ``rank`` (1 first); ``label`` is the office held."""

    rank: int
    userid: str
    name: str
    label: str = ""


@dataclass(frozen=True)
class Mark:
    """What a signer did to a file. ``userid`` acted, for the signer of that ``rank``."""

    rank: int
    userid: str
    at: datetime
    signed: bool
    reason: str = ""


@dataclass(frozen=True)
class Paper:
    """A file to sign: ``id`` in its session, uid of the annex, what was done; ``result``: uid of the signed annex."""

    id: int
    annex: str
    title: str
    digest: str
    marks: tuple[Mark, ...] = ()
    result: str = ""

    @property
    def refused(self) -> bool:
        return any(not mark.signed for mark in self.marks)

    def signed_by(self, rank: int) -> bool:
        """Whether the signer of that rank signed it."""
        return any(mark.signed and mark.rank == rank for mark in self.marks)


@dataclass(frozen=True)
class Session:
    """Files that the same people sign in the same order."""

    number: str
    title: str
    requester: str
    asked: datetime
    signers: tuple[Signer, ...]
    papers: tuple[Paper, ...]
    about: str = ""
    due: date | None = None
    revoked: str = ""
    reminded: date | None = None


@dataclass(frozen=True)
class Delegation:
    """From ``start`` to ``end``, both inclusive, ``substitute`` signs for ``absent``."""

    absent: str
    substitute: str
    start: date
    end: date


def signer_refusals(signers: Sequence[Signer]) -> Refusals:
    """Why these cannot be the signers: nobody, ranks that are not 1..n, no account, one person twice."""
    found = [] if signers else [Refusal("signing.no_signer", {}, "signers")]
    if sorted(one.rank for one in signers) != list(range(1, len(signers) + 1)):
        found.append(Refusal("signing.ranks", {"count": len(signers)}, "signers"))
    found += [Refusal("signing.no_account", {"name": one.name}, "signers") for one in signers if not one.userid]
    named = [one.userid for one in signers if one.userid]
    twice = sorted({userid for userid in named if named.count(userid) > 1})
    return (*found, *(Refusal("signing.listed_twice", {"name": userid}, "signers") for userid in twice))


def open_papers(session: Session) -> tuple[Paper, ...]:
    """The files still in the session: a refused one has left it."""
    return tuple(paper for paper in session.papers if not paper.refused)


def turn(session: Session) -> Signer | None:
    """Whose turn it is: the first who has not signed every file still in the session; ``None`` when it is over."""
    papers = open_papers(session)
    if session.revoked or not papers:
        return None
    ordered = sorted(session.signers, key=lambda one: one.rank)
    return next((one for one in ordered if not all(paper.signed_by(one.rank) for paper in papers)), None)


def state_of(session: Session) -> SessionState:
    """What the session has become."""
    if session.revoked:
        return SessionState.CANCELLED
    if not open_papers(session):
        return SessionState.REFUSED
    if turn(session) is None:
        return SessionState.SIGNED
    begun = any(paper.marks for paper in session.papers)
    return SessionState.PARTLY_SIGNED if begun else SessionState.TO_SIGN


def paper_state(session: Session, paper: Paper) -> PaperState:
    """What a file of the session has become."""
    if paper.refused:
        return PaperState.REFUSED
    if all(paper.signed_by(one.rank) for one in session.signers):
        return PaperState.SIGNED
    return PaperState.CANCELLED if session.revoked else PaperState.WAITING


def stands_for(userid: str, signer: Signer, delegations: Iterable[Delegation], day: date) -> bool:
    """Whether the account is the signer's, or that of the first substitute named for the day."""
    if userid == signer.userid:
        return True
    active = (one for one in delegations if one.absent == signer.userid and one.start <= day <= one.end)
    first = next(active, None)
    return first is not None and first.substitute == userid


def reached(session: Session) -> tuple[Signer, ...]:
    """The signers who have come or whose turn it is: those before them have done their part."""
    now = turn(session)
    past = [one for one in session.signers if any(mark.rank == one.rank for p in session.papers for mark in p.marks)]
    return tuple(one for one in session.signers if one in past or one == now)


def act_refusals(
    session: Session, paper: Paper | None, userid: str, delegations: Sequence[Delegation], day: date
) -> Refusals:
    """Every reason why the account may not sign or refuse that file now."""
    if paper is None:
        return (Refusal("signing.no_paper", {}, "paper"),)
    if session.revoked:
        return (Refusal("signing.cancelled", {"reason": session.revoked}),)
    if paper.refused:
        return (Refusal("signing.left", {"title": paper.title}, "paper"),)
    mine = [one for one in session.signers if stands_for(userid, one, delegations, day)]
    if not mine:
        return (Refusal("signing.not_signer"),)
    now = turn(session)
    if now is None or all(paper.signed_by(one.rank) for one in mine):
        return (Refusal("signing.already", {"title": paper.title}, "paper"),)
    if now not in mine:
        return (Refusal("signing.not_your_turn", {"name": now.name}),)
    if paper.signed_by(now.rank):
        return (Refusal("signing.already", {"title": paper.title}, "paper"),)
    if any(mark.userid == userid for mark in paper.marks):
        return (Refusal("signing.twice", {"title": paper.title}, "paper"),)
    return ()


def reason_refusals(reason: str) -> Refusals:
    """A refusal and a revocation say why."""
    return () if reason.strip() else (Refusal("signing.reason", {}, "reason"),)


def marked(session: Session, paper_id: int, mark: Mark, result: str = "") -> Session:
    """The session with one more mark on that file."""
    papers = (
        replace(one, marks=(*one.marks, mark), result=result or one.result) if one.id == paper_id else one
        for one in session.papers
    )
    return replace(session, papers=tuple(papers))


def revoke_refusals(session: Session, reason: str) -> Refusals:
    """Why the session cannot be called back: it is over, or no reason is given."""
    over = () if state_of(session) in OPEN else (Refusal("signing.over"),)
    return (*over, *reason_refusals(reason))


def remind_refusals(session: Session, day: date) -> Refusals:
    """Why nobody is reminded: it is over, or it was done the same day."""
    over = () if state_of(session) in OPEN else (Refusal("signing.over"),)
    return (*over, *((Refusal("signing.reminded"),) if session.reminded == day else ()))


def delegation_refusals(new: Delegation, others: Iterable[Delegation], known: bool, day: date) -> Refusals:
    """Why a person cannot be replaced so. ``known``: the substitute has an account."""
    found = [] if known else [Refusal("signing.no_account", {"name": new.substitute}, "substitute")]
    if new.substitute == new.absent:
        found.append(Refusal("signing.delegate_self", {}, "substitute"))
    if new.end < new.start or new.end < day:
        found.append(Refusal("signing.delegate_days", {"start": new.start, "end": new.end}, "end"))
    mine = [one for one in others if one.absent == new.absent]
    if any(one.start <= new.end and new.start <= one.end for one in mine):
        found.append(Refusal("signing.delegate_overlap", {}, "start"))
    return tuple(found)
