"""The register of regulations and orders (CDLD art. L1133-1 and L1133-2)."""

from collections.abc import Mapping
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


def against_planning(moment: datetime, now: datetime) -> Refusals:
    """A publication is planned for a moment to come."""
    return NONE if moment > now else (Refusal("regulations.planned_in_the_past", place="planned"),)


def binding(published: date) -> Deadline | None:
    """The day from which the text binds, with its trace; ``None`` before the figures begin."""
    figure = in_force(BINDING, published)
    return None if figure is None else compute(published, figure, LAW)


def against_superseding(target: str, superseded_by: Mapping[str, str]) -> Refusals:
    """Why a text cannot replace another: that one is already replaced; the last of the chain is named.

    ``superseded_by``: per text, the one that replaces it; the chain has no circle.
    """
    if target not in superseded_by:
        return NONE
    last = target
    while last in superseded_by:
        last = superseded_by[last]
    return (Refusal("regulations.already_superseded", {"text": target, "last": last}),)


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
