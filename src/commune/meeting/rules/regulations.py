"""The register of regulations and orders (CDLD art. L1133-1 and L1133-2)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from commune.core.rules.calendars import LAW
from commune.core.rules.deadlines import Deadline, Delay, compute
from commune.core.rules.law import Figure, in_force
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import NONE, Refusal, Refusals

BINDING: tuple[Figure[Delay], ...] = (
    Figure(Delay(5), "CDLD art. L1133-2: fifth day after publication", date(2004, 4, 22)),
)
KINDS = ("regulation", "police_regulation", "tax_regulation", "ordinance", "police_ordinance", "order", "traffic")
PUBLIC = ("published", "archived")
_NAMES = ("private", "proposed", "planned", "published", "unpublished", "archived")


def register_machine(reviewed: bool) -> Machine:
    """States of a regulation; with a group of reviewers, it is proposed before it is planned or published."""
    ready = ("proposed",) if reviewed else ("private", "proposed")
    moves = (
        Transition("propose", "propose", ("private",), "proposed"),
        Transition("send_back", "send_back", ("proposed", "planned"), "private", comment=True),
        Transition("plan", "plan", ready, "planned", guard="planning"),
        Transition("publish", "publish", (*ready, "planned"), "published"),
        Transition("unpublish", "unpublish", ("published",), "unpublished", comment=True),
        Transition("archive", "archive", ("published", "unpublished"), "archived"),
    )
    return Machine(tuple(State(n, n, final=n == "archived") for n in _NAMES), moves)


def against_planning(moment: datetime | None, now: datetime) -> Refusals:
    """A publication is planned for a moment to come."""
    if moment is None:
        return (Refusal("regulations.no_moment", place="planned"),)
    return NONE if moment > now else (Refusal("regulations.planned_in_the_past", place="planned"),)


def binding(published: date) -> Deadline | None:
    """The day from which the text binds, with its trace; ``None`` before the figures begin."""
    figure = in_force(BINDING, published)
    return None if figure is None else compute(published, figure, LAW)


def against_superseding(target: str, superseded_by: Mapping[str, str], text: str = "") -> Refusals:
    """Why a text cannot replace another: that one is already replaced (the last of the chain is named), or itself
    comes after the text in the chain.

    ``superseded_by``: per text, the one that replaces it; the chain has no circle. ``text`` may replace again what it
    replaces already.
    """
    if text == target or _after(text, target, superseded_by):
        return (Refusal("regulations.circle", {"text": target}, "supersedes"),)
    if superseded_by.get(target, text) == text:
        return NONE
    return (
        Refusal(
            "regulations.already_superseded", {"text": target, "last": last_of(target, superseded_by)}, "supersedes"
        ),
    )


def last_of(text: str, superseded_by: Mapping[str, str]) -> str:
    """The text at the end of the chain that begins with this one, itself when nothing replaces it."""
    while text in superseded_by:
        text = superseded_by[text]
    return text


def _after(text: str, target: str, superseded_by: Mapping[str, str]) -> bool:
    while text in superseded_by:
        text = superseded_by[text]
        if text == target:
            return True
    return False


@dataclass(frozen=True)
class RegulationFacts:
    """What must be there before a text is published."""

    decided: date | None
    has_document: bool
    tutelle_needed: bool = False
    tutelle_approved: date | None = None
    tutelle_expired: date | None = None


def against_publishing_regulation(facts: RegulationFacts, today: date) -> Refusals:
    """Why a text cannot be published: no decision date, no document, supervision still running."""
    found = NONE if facts.decided else (Refusal("regulations.not_decided", place="decided"),)
    if not facts.has_document:
        found += (Refusal("regulations.no_document", place="document"),)
    tacit = facts.tutelle_expired is not None and facts.tutelle_expired < today
    if facts.tutelle_needed and not (facts.tutelle_approved or tacit):
        found += (Refusal("regulations.tutelle_running", place="tutelle_approved"),)
    return found


def sealed(facts: Mapping[str, object]) -> bytes:
    """What is published, as the one sequence of bytes that its digest is of: JSON with sorted names, UTF-8."""
    return json.dumps(dict(facts), sort_keys=True, ensure_ascii=False, indent=1, default=str).encode()


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Published:
    """A publication as the journal of the register has it, beside what is kept of the text now.

    ``proof``: digest of the file that was kept then, empty when it is gone; ``now``: digest of what stands in the
    register now, empty for a text that is no longer public.
    """

    number: str
    digest: str
    proof: str
    now: str


def against_proofs(published: Iterable[Published], broken_at: int | None) -> Refusals:
    """What does not hold of the publications: the chain is broken, a proof was lost or changed, a text was altered."""
    found = NONE if broken_at is None else (Refusal("regulations.chain_broken", {"entry": broken_at}),)
    for one in published:
        if one.proof != one.digest:
            code = "regulations.proof_changed" if one.proof else "regulations.proof_lost"
            found += (Refusal(code, {"number": one.number}, one.number),)
        if one.now and one.now != one.digest:
            found += (Refusal("regulations.text_altered", {"number": one.number}, one.number),)
    return found
