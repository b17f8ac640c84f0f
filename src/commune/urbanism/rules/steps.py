"""Steps of a dossier: what each one means for the law, which date counts, what is refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commune.core.rules.refusals import NONE, Refusal, Refusals


class Marker(StrEnum):
    """Legal meaning of a step, in the order in which a permit usually meets them."""

    DEPOSIT = "deposit"
    MISSING_PART = "missing_part"
    SUPPLEMENT_DEPOSIT = "supplement_deposit"
    ACKNOWLEDGMENT = "acknowledgment"
    DEFAULT_ACKNOWLEDGMENT = "default_acknowledgment"
    PROCEDURE_CHOICE = "procedure_choice"
    SENT_TO_REGION = "sent_to_region"
    FT_RECEIPT = "ft_receipt"
    OPINION_REQUEST = "opinion_request"
    OPINION = "opinion"
    ANNOUNCEMENT = "announcement"
    INQUIRY = "inquiry"
    INQUIRY_CLOSING = "inquiry_closing"
    REGION_OPINION_REQUEST = "region_opinion_request"
    REGION_OPINION = "region_opinion"
    COLLEGE_REPORT = "college_report"
    COLLEGE_OPINION = "college_opinion"
    SYNTHESIS_REPORT = "synthesis_report"
    COUNCIL = "council"
    COUNCIL_DECISION = "council_decision"
    EXTENSION = "extension"
    AMENDED_INTENTION = "amended_intention"
    AMENDED_DEPOSIT = "amended_deposit"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    DECISION = "decision"
    NOTIFICATION = "notification"
    REGION_NOTIFICATION = "region_notification"
    DECISION_RECEIVED = "decision_received"
    REGION_SUSPENSION = "region_suspension"
    WITHDRAWAL = "withdrawal"
    RECOURSE = "recourse"
    RECOURSE_DECISION = "recourse_decision"
    POSTING = "posting"
    IMPLANTATION = "implantation"
    GUARANTEE = "guarantee"
    START_NOTICE = "start_notice"
    WORK_START = "work_start"
    WORK_END = "work_end"
    COMPLETION_REQUEST = "completion_request"
    CONFORMITY = "conformity"
    LAPSE_EXTENSION = "lapse_extension"
    LAPSE = "lapse"
    TRANSFER = "transfer"
    ANSWER = "answer"
    SETTLEMENT = "settlement"
    REPORT = "report"
    FOLLOW_UP = "follow_up"


class DateKind(StrEnum):
    """Which date of a step the law counts from."""

    SENT = "sent"
    RECEIVED = "received"
    EVENT = "event"


_RECEIVED = {
    Marker.DEPOSIT, Marker.SUPPLEMENT_DEPOSIT, Marker.AMENDED_DEPOSIT, Marker.AMENDED_INTENTION, Marker.FT_RECEIPT,
    Marker.OPINION, Marker.REGION_OPINION, Marker.SYNTHESIS_REPORT, Marker.DECISION_RECEIVED,
    Marker.REGION_NOTIFICATION, Marker.RECOURSE, Marker.COMPLETION_REQUEST,
}  # fmt: skip
_SENT = {
    Marker.MISSING_PART, Marker.ACKNOWLEDGMENT, Marker.SENT_TO_REGION, Marker.OPINION_REQUEST, Marker.WITHDRAWAL,
    Marker.REGION_OPINION_REQUEST, Marker.EXTENSION, Marker.NOTIFICATION, Marker.COLLEGE_OPINION, Marker.START_NOTICE,
    Marker.ANSWER,
}  # fmt: skip
_BEFORE_DEPOSIT = {Marker.REPORT, Marker.FOLLOW_UP}
_SINGLE = {Marker.DEPOSIT, Marker.DEFAULT_ACKNOWLEDGMENT}
_CONSULTATIONS = {Marker.ANNOUNCEMENT, Marker.INQUIRY}
EDITABLE_AFTER_FINAL = frozenset(
    {
        Marker.NOTIFICATION, Marker.REGION_NOTIFICATION, Marker.DECISION_RECEIVED, Marker.REGION_SUSPENSION,
        Marker.RECOURSE, Marker.RECOURSE_DECISION, Marker.POSTING, Marker.START_NOTICE, Marker.IMPLANTATION,
        Marker.GUARANTEE, Marker.WORK_START, Marker.WORK_END, Marker.COMPLETION_REQUEST, Marker.CONFORMITY,
        Marker.LAPSE_EXTENSION, Marker.LAPSE,
    }
)  # fmt: skip


def legal_kind(marker: Marker) -> DateKind:
    """The date that counts in law for a marker: receipt of what comes in, sending of what goes out."""
    if marker in _RECEIVED:
        return DateKind.RECEIVED
    return DateKind.SENT if marker in _SENT else DateKind.EVENT


@dataclass(frozen=True)
class Step:
    """A step of a dossier. ``series`` 1 is the first deposit, each deposit of amended plans opens one more.

    ``answers`` is the uid of the step it answers (an opinion answers its request).
    """

    uid: str
    marker: Marker
    event_on: date
    sent_on: date | None = None
    received_on: date | None = None
    series: int = 1
    answers: str = ""
    closed: bool = False

    def on(self, kind: DateKind) -> date | None:
        """Date of that kind, ``None`` while it is not known."""
        return {DateKind.SENT: self.sent_on, DateKind.RECEIVED: self.received_on, DateKind.EVENT: self.event_on}[kind]

    @property
    def legal_date(self) -> date | None:
        """The date the law counts from, never another in its place; ``None`` while not known (R5)."""
        return self.on(legal_kind(self.marker))


def steps_of(steps: Iterable[Step], *markers: Marker, series: int | None = None) -> tuple[Step, ...]:
    """Steps with one of the markers and a known legal date, in the order of that date."""
    dated = [
        (step.legal_date, step)
        for step in steps
        if step.legal_date and step.marker in markers and series in (None, step.series)
    ]
    return tuple(step for _, step in sorted(dated, key=lambda pair: pair[0]))


def first_deposit(steps: Iterable[Step]) -> date | None:
    """Day of the first deposit, which chooses the law."""
    found = steps_of(steps, Marker.DEPOSIT)
    return found[0].legal_date if found else None


def last_series(steps: Iterable[Step]) -> int:
    """Number of the current series (1 without amended plans)."""
    return max((step.series for step in steps), default=1)


def addition_refusals(steps: Sequence[Step], new: Step, final: bool = False) -> Refusals:
    """May the step be added to those of the dossier (``final``: the dossier is in a final state)?"""
    refusals = []
    deposited = first_deposit(steps)
    if deposited and new.event_on < deposited and new.marker not in _BEFORE_DEPOSIT:
        refusals.append(Refusal("step.before_deposit", {"deposit": deposited}, "event_on"))
    if new.marker in _SINGLE and any((s.marker, s.series) == (new.marker, new.series) for s in steps):
        refusals.append(Refusal("step.only_once", {"marker": new.marker.value}))
    if new.answers and new.answers not in {step.uid for step in steps}:
        refusals.append(Refusal("step.answers_nothing", place="answers"))
    if final and new.marker not in EDITABLE_AFTER_FINAL:
        refusals.append(Refusal("step.dossier_final"))
    return tuple(refusals)


def date_warnings(step: Step) -> Refusals:
    """What is odd about the dates of a step: sent before it happened, no legal date yet (R6)."""
    warnings = []
    if step.sent_on and step.sent_on < step.event_on:
        warnings.append(Refusal("step.sent_before_event", {"sent": step.sent_on, "event": step.event_on}, "sent_on"))
    if step.legal_date is None:
        warnings.append(Refusal("step.no_legal_date", {"kind": legal_kind(step.marker).value}))
    return tuple(warnings)


def deletion_refusals(
    steps: Sequence[Step], step: Step, starts_clock: bool = False, manager: bool = False, final: bool = False
) -> Refusals:
    """May the step be deleted? One that started a clock only by a manager, a consultation only if the last (R7)."""
    refusals = [Refusal("step.started_clock")] if starts_clock and not manager else []
    if step.marker in _CONSULTATIONS:
        later = [
            one for one in steps if one.marker in _CONSULTATIONS and number_of(steps, one) > number_of(steps, step)
        ]
        refusals += [Refusal("step.not_last_consultation")] if later else []
    if any(one.answers == step.uid for one in steps):
        refusals.append(Refusal("step.answered"))
    return (*refusals, Refusal("step.dossier_final")) if final else tuple(refusals)


def number_of(steps: Sequence[Step], step: Step) -> int:
    """Number of a step among those of its kind (consultations count together), from 1 (R8)."""
    kind = _CONSULTATIONS if step.marker in _CONSULTATIONS else {step.marker}
    return [one.uid for one in steps if one.marker in kind].index(step.uid) + 1


def closing_on_final(steps: Iterable[Step]) -> tuple[str, ...]:
    """Uids of the open steps that a final state closes (R9)."""
    return tuple(step.uid for step in steps if not step.closed and step.marker not in EDITABLE_AFTER_FINAL)


def marker_refusals(marker: str) -> Refusals:
    """Is this text a marker that the law of this suite knows?"""
    return NONE if marker in set(Marker) else (Refusal("step.unknown_marker", {"marker": marker}),)
