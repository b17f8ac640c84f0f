"""Legal publications: when they bind, what may never be done to them, the papers of the council in time."""

from dataclasses import dataclass
from datetime import date

from commune.core.rules.calendars import LAW
from commune.core.rules.counting import Direction, Unit
from commune.core.rules.deadlines import Delay, compute
from commune.core.rules.law import Figure, in_force
from commune.core.rules.refusals import NONE, Refusal, Refusals

BINDING = (Figure(Delay(5), "CDLD art. L1133-2, decree of 28 March 2024", date(2025, 7, 1)),)
COUNCIL_PAPERS = (
    Figure(Delay(5, Unit.CLEAR_DAYS, Direction.BEFORE), "CDLD, decree of 18 May 2022", date(2022, 6, 1), None, "B"),
)
_NEEDED = ("kind", "title", "body", "decided_on", "responsible_service")


@dataclass(frozen=True)
class LegalText:
    """A regulation, ordinance, budget… ``special_supervision``: a superior authority must have approved it."""

    kind: str = ""
    title: str = ""
    body: str = ""
    decided_on: date | None = None
    responsible_service: str = ""
    has_text: bool = False
    special_supervision: bool = False
    approved_on: date | None = None
    in_force_on: date | None = None
    published_on: date | None = None
    repealed_on: date | None = None


def publication_refusals(text: LegalText) -> Refusals:
    """Everything that lacks before the text may be published."""
    refusals = [Refusal("required", place=name) for name in _NEEDED if not getattr(text, name)]
    if not text.has_text:
        refusals.append(Refusal("required", place="text"))
    if text.special_supervision and text.approved_on is None:
        refusals.append(Refusal("publication.not_approved", place="approved_on"))
    return tuple(refusals)


def binding_on(published_on: date, in_force_on: date | None = None) -> date | None:
    """Day on which the text binds: the fifth after its publication unless the act sets its own.

    ``None`` for a publication before the law that rules it, without a day of its own.
    """
    if in_force_on is not None:
        return in_force_on
    figure = in_force(BINDING, published_on)
    return compute(published_on, figure, LAW).due if figure else None


def change_refusals(text: LegalText, act: str) -> Refusals:
    """May a published text be changed?

    ``act``: ``replace_file``, ``hide``, ``expire``, ``delete``, ``repeal``, ``redact``. Nothing removes it,
    even repealed: a correction is a new version.
    """
    if text.published_on is None or act in ("repeal", "redact"):
        return NONE
    return (Refusal("publication.permanent", {"act": act, "instead": "new_version"}),)


def papers_due(meeting: date) -> date | None:
    """Last day on which the papers of a council meeting may go online: five clear days before it."""
    figure = in_force(COUNCIL_PAPERS, meeting)
    return compute(meeting, figure, LAW).due if figure else None
