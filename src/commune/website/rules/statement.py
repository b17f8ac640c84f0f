"""The accessibility declaration: what it must hold before it is published, and its yearly review."""

from dataclasses import dataclass
from datetime import date

from commune.core.rules.counting import add_months
from commune.core.rules.law import Figure
from commune.core.rules.refusals import Refusal, Refusals

_SOURCE = "Walloon decree of 2 May 2019; Directive (EU) 2016/2102; Implementing Decision (EU) 2018/1523"
REVIEW_MONTHS = Figure(12, _SOURCE, date(2019, 9, 23))
FEEDBACK_DAYS = Figure(30, _SOURCE, date(2019, 9, 23), confidence="B")
STATUSES = frozenset({"full", "partial", "none"})
REASONS = frozenset({"not_conforming", "disproportionate_burden", "out_of_scope"})
METHODS = frozenset({"self_assessment", "third_party"})
_TEXTS = (
    "authority", "site", "standard", "method", "prepared_on", "reviewed_on", "feedback_contact", "enforcement_body",
    "enforcement_link",
)  # fmt: skip


@dataclass(frozen=True)
class NonConformity:
    """A part that does not conform, why, and since when it is known; the alternative offered, if any."""

    text: str = ""
    reason: str = ""
    found_on: date | None = None
    alternative: str = ""


@dataclass(frozen=True)
class Statement:
    """The structured declaration, following the European model."""

    authority: str = ""
    site: str = ""
    status: str = ""
    standard: str = ""
    non_conformities: tuple[NonConformity, ...] = ()
    method: str = ""
    prepared_on: date | None = None
    reviewed_on: date | None = None
    feedback_contact: str = ""
    enforcement_body: str = ""
    enforcement_link: str = ""


def statement_refusals(statement: Statement, today: date) -> Refusals:
    """Everything the declaration lacks or contradicts."""
    refusals = [Refusal("required", place=name) for name in _TEXTS if not getattr(statement, name)]
    if statement.status not in STATUSES:
        refusals.append(Refusal("statement.status", {"allowed": sorted(STATUSES)}, "status"))
    if statement.method and statement.method not in METHODS:
        refusals.append(Refusal("statement.method", {"allowed": sorted(METHODS)}, "method"))
    if (statement.status == "full") is bool(statement.non_conformities):
        code = "statement.full_with_faults" if statement.status == "full" else "statement.faults_missing"
        refusals.append(Refusal(code, place="non_conformities"))
    for name in ("prepared_on", "reviewed_on"):
        day = getattr(statement, name)
        if day and day > today:
            refusals.append(Refusal("statement.in_future", place=name))
    return (*refusals, *_fault_refusals(statement.non_conformities))


def review_due(statement: Statement) -> date | None:
    """Day on which the declaration must be reviewed, a year after the last review or its preparation."""
    last = statement.reviewed_on or statement.prepared_on
    return add_months(last, REVIEW_MONTHS.value) if last else None


def _fault_refusals(listed: tuple[NonConformity, ...]) -> Refusals:
    return tuple(
        Refusal("required", place=f"non_conformities.{row}.{name}")
        for row, one in enumerate(listed)
        for name in ("text", "reason", "found_on")
        if not getattr(one, name)
    ) + tuple(
        Refusal("statement.reason", {"allowed": sorted(REASONS)}, f"non_conformities.{row}.reason")
        for row, one in enumerate(listed)
        if one.reason and one.reason not in REASONS
    )
