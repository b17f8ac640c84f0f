"""Life of a citizen's request: its stages, what guards each move, what the citizen reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType

from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import NONE, Refusal, Refusals

REMINDERS_BEFORE_CLOSING = 2
_UNDECIDED = ("received", "in_progress", "waiting_citizen")
_OPEN = ("received", "awaiting_payment", "in_progress", "waiting_citizen")
_DECIDED = ("accepted", "refused", "partially_accepted", "inadmissible")


class HandOver(Enum):
    """Where the request stands with the dossier of another module that treats it."""

    NONE = "none"
    WAITING = "waiting"
    HANDED_OVER = "handed_over"
    DECIDED = "decided"


MACHINE = Machine(
    states=(
        State("received", "Received", public_title="We have received your request"),
        State("awaiting_payment", "Awaiting payment", public_title="Your payment is expected"),
        State("in_progress", "In progress", public_title="Your request is being examined"),
        State("waiting_citizen", "Waiting for the citizen", public_title="We are waiting for your answer"),
        State("accepted", "Accepted", public_title="Your request is accepted"),
        State("partially_accepted", "Partially accepted", public_title="Your request is accepted in part"),
        State("refused", "Refused", public_title="Your request is refused"),
        State("inadmissible", "Inadmissible", public_title="Your request cannot be examined"),
        State("cancelled", "Cancelled", final=True, public_title="Your request is cancelled"),
        State("transferred", "Transferred", final=True, public_title="Your request is with another authority"),
        State("closed", "Closed", final=True, public_title="Your request is closed"),
    ),
    transitions=(
        Transition("ask_payment", "Ask for payment", ("received", "in_progress"), "awaiting_payment", guard="fee_due"),
        Transition("settle_before", "Payment received", ("awaiting_payment",), "received", guard="paid_before"),
        Transition("settle_after", "Payment received", ("awaiting_payment",), "in_progress", guard="paid_after"),
        Transition("expire_payment", "Payment expired", ("awaiting_payment",), "cancelled", guard="payment_expired"),
        Transition("take", "Take in charge", ("received",), "in_progress", ("treat",)),
        Transition(
            "declare_inadmissible", "Declare inadmissible", ("received", "in_progress"), "inadmissible",
            ("treat",), comment=True, guard="decided_here",
        ),
        Transition("ask_citizen", "Ask the citizen", ("in_progress",), "waiting_citizen", ("treat",), guard="question"),
        Transition("resume", "Resume", ("waiting_citizen",), "in_progress", ("treat",), guard="items_given"),
        Transition("close_unanswered", "Close without answer", ("waiting_citizen",), "closed", guard="unanswered"),
        Transition("accept", "Accept", ("in_progress",), "accepted", ("decide",), guard="decision"),
        Transition(
            "accept_partially", "Accept in part", ("in_progress",), "partially_accepted",
            ("decide",), guard="motivated",
        ),
        Transition("refuse", "Refuse", ("in_progress",), "refused", ("decide",), guard="motivated"),
        Transition("close", "Close", _DECIDED, "closed", ("treat",), guard="settled"),
        Transition("cancel", "Cancel", _OPEN, "cancelled", ("treat",), guard="may_cancel"),
        Transition("transfer", "Transfer", _UNDECIDED, "transferred", ("treat",), comment=True, guard="target"),
        Transition("reopen", "Reopen", ("closed",), "in_progress", ("reopen",), comment=True),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class RequestFacts:
    """What the guards look at. ``version`` is the version the actor saw, ``stored_version`` today's.

    ``due_at`` with grace included is the last moment at which the citizen may still answer;
    ``charge_due`` and ``charge_paid`` are in cents.
    """

    state: str
    version: int = 0
    stored_version: int = 0
    changed_by: str = ""
    comment: str = ""
    decision_text: str = ""
    motivation: str = ""
    appeal_text: str = ""
    question: str = ""
    question_due_at: datetime | None = None
    items_missing: tuple[str, ...] = ()
    due_at: datetime | None = None
    reminders_sent: int = 0
    charge_due: int = 0
    charge_paid: int = 0
    fee_after_examination: bool = False
    payment_expires_at: datetime | None = None
    documents_undelivered: tuple[str, ...] = ()
    bookings_open: tuple[str, ...] = ()
    by_citizen: bool = False
    citizen_may_cancel: bool = False
    module_agrees: bool = True
    transfer_target: str = ""
    hand_over: HandOver = HandOver.NONE


def transition_refusals(transition_id: str, facts: RequestFacts, now: datetime) -> Refusals:
    """May the transition be made now? The version first: a second actor learns who was quicker."""
    transition = MACHINE.transition(transition_id)
    if facts.version != facts.stored_version:
        return (Refusal("transition_stale", {"by": facts.changed_by}),)
    if transition is None or facts.state not in transition.sources:
        return (Refusal("request.no_such_move", {"transition": transition_id, "state": facts.state}),)
    refusals = list(_GUARDS[transition.guard](facts, now)) if transition.guard else []
    if transition.comment and not facts.comment.strip():
        refusals.append(Refusal("required", place="comment"))
    return tuple(refusals)


def open_transitions(facts: RequestFacts, now: datetime) -> Mapping[str, Refusals]:
    """Every move leaving the state, with its refusals (none: it may be made)."""
    return {t.id: transition_refusals(t.id, facts, now) for t in MACHINE.leaving(facts.state)}


def public_state(state: str, hand_over: HandOver = HandOver.NONE) -> str:
    """Code of the wording the citizen reads: ``request.<state>``, or the dossier's while it decides."""
    if state == "in_progress" and hand_over in (HandOver.HANDED_OVER, HandOver.DECIDED):
        return f"request.in_progress.{hand_over.value}"
    return f"request.{state}"


def _fee_due(facts: RequestFacts, now: datetime) -> Refusals:
    return NONE if facts.charge_due > facts.charge_paid else (Refusal("request.nothing_to_pay"),)


def _paid(facts: RequestFacts, after: bool) -> Refusals:
    if facts.charge_paid < facts.charge_due:
        missing = facts.charge_due - facts.charge_paid
        return (Refusal("request.not_paid", {"missing_cents": missing}),)
    return NONE if facts.fee_after_examination is after else (Refusal("request.other_return"),)


def _payment_expired(facts: RequestFacts, now: datetime) -> Refusals:
    if facts.charge_paid >= facts.charge_due:
        return (Refusal("request.already_paid"),)
    over = facts.by_citizen or (facts.payment_expires_at is not None and now >= facts.payment_expires_at)
    return NONE if over else (Refusal("request.payment_running", {"until": facts.payment_expires_at}),)


def _decided_here(facts: RequestFacts, now: datetime) -> Refusals:
    blocked = facts.hand_over in (HandOver.WAITING, HandOver.HANDED_OVER)
    return (Refusal("request.decided_elsewhere"),) if blocked else NONE


def _question(facts: RequestFacts, now: datetime) -> Refusals:
    refusals = []
    if not facts.question.strip() and not facts.items_missing:
        refusals.append(Refusal("required", place="question"))
    if facts.question_due_at is None:
        refusals.append(Refusal("required", place="question_due_at"))
    elif facts.question_due_at <= now:
        refusals.append(Refusal("request.due_in_past", place="question_due_at"))
    return tuple(refusals)


def _items_given(facts: RequestFacts, now: datetime) -> Refusals:
    return tuple(Refusal("request.item_missing", {"item": item}, item) for item in facts.items_missing)


def _unanswered(facts: RequestFacts, now: datetime) -> Refusals:
    refusals = []
    if facts.due_at is None or now <= facts.due_at:
        refusals.append(Refusal("request.still_time", {"until": facts.due_at}))
    if facts.reminders_sent < REMINDERS_BEFORE_CLOSING:
        refusals.append(
            Refusal("request.reminders", {"sent": facts.reminders_sent, "needed": REMINDERS_BEFORE_CLOSING})
        )
    return tuple(refusals)


def _decision(facts: RequestFacts, now: datetime) -> Refusals:
    missing = () if facts.decision_text.strip() else (Refusal("required", place="decision_text"),)
    return _decided_here(facts, now) + missing


def _motivated(facts: RequestFacts, now: datetime) -> Refusals:
    texts = {"motivation": facts.motivation, "appeal_text": facts.appeal_text}
    missing = tuple(Refusal("required", place=name) for name, text in texts.items() if not text.strip())
    return _decision(facts, now) + missing


def _settled(facts: RequestFacts, now: datetime) -> Refusals:
    refusals = [Refusal("request.document_undelivered", {"document": d}, d) for d in facts.documents_undelivered]
    refusals += [Refusal("request.booking_open", {"booking": b}, b) for b in facts.bookings_open]
    if facts.state in ("accepted", "partially_accepted") and facts.charge_paid < facts.charge_due:
        refusals.append(Refusal("request.not_paid", {"missing_cents": facts.charge_due - facts.charge_paid}))
    return tuple(refusals)


def _may_cancel(facts: RequestFacts, now: datetime) -> Refusals:
    refusals = []
    if facts.by_citizen and not facts.citizen_may_cancel:
        refusals.append(Refusal("request.citizen_may_not_cancel"))
    if facts.hand_over is HandOver.DECIDED:
        refusals.append(Refusal("request.already_decided"))
    elif facts.hand_over is not HandOver.NONE and not facts.module_agrees:
        refusals.append(Refusal("request.module_disagrees"))
    return tuple(refusals)


def _target(facts: RequestFacts, now: datetime) -> Refusals:
    return NONE if facts.transfer_target else (Refusal("required", place="transfer_target"),)


_GUARDS: Mapping[str, Callable[[RequestFacts, datetime], Refusals]] = MappingProxyType(
    {
        "fee_due": _fee_due,
        "paid_before": lambda facts, now: _paid(facts, after=False),
        "paid_after": lambda facts, now: _paid(facts, after=True),
        "payment_expired": _payment_expired,
        "decided_here": _decided_here,
        "question": _question,
        "items_given": _items_given,
        "unanswered": _unanswered,
        "decision": _decision,
        "motivated": _motivated,
        "settled": _settled,
        "may_cancel": _may_cancel,
        "target": _target,
    }
)
