"""What a request may become, and what follows from each move."""

from dataclasses import replace
from typing import Any

from zope.component import adapter

from commune.core.content.clock import BRUSSELS, now, today
from commune.core.content.records import Records
from commune.core.rules.machine import Machine, Transition
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Offer, Process
from commune.eguichet.content.request import Decision, Question
from commune.eguichet.interfaces import IRequestContent
from commune.eguichet.rules.commitments import Pause
from commune.eguichet.rules.requests import HandOver, transition_refusals
from commune.eguichet.workflow.citizen_mails import tell_citizen
from commune.eguichet.workflow.facts import Details, end_of, facts_of
from commune.eguichet.workflow.hand_over import hand_over, handover_kind, handover_moment
from commune.eguichet.workflow.machine import MACHINE

HOLDERS = {
    "treat": frozenset({"editor", "director"}),
    "decide": frozenset({"editor", "director"}),
    "reopen": frozenset({"director"}),
}
TYPED = frozenset({"decision_text", "motivation", "appeal_text", "question", "question_due_at", "transfer_target"})
PAUSES = "eguichet.pauses"


@adapter(IRequestContent)
class RequestProcess(Process):
    """Moves of a request. ``details`` holds what the actor typed; without it a form is still to be filled."""

    details: Details | None = None

    def machine(self) -> Machine:
        return MACHINE

    def allowed(self, transition: Transition, actor: Actor) -> bool:
        """Moves without function are the system's own."""
        if actor.system or not transition.functions:
            return actor.system
        holders = frozenset().union(*(HOLDERS[act] for act in transition.functions))
        return actor.administrator or bool(actor.functions(self.context.responsible_unit) & holders)

    def refusals(self, transition: Transition, actor: Actor) -> Refusals:
        facts = facts_of(self.context, actor, self.details or Details())
        found = transition_refusals(transition.id, facts, now())
        if self.details is None:
            found = tuple(one for one in found if one.place not in TYPED)
        return tuple(one for one in found if one.place != "comment") + self._handed_over_first(transition)

    def _handed_over_first(self, transition: Transition) -> Refusals:
        """A procedure whose requests become dossiers is decided there, not here."""
        decides = "decide" in transition.functions
        missing = decides and self.context.hand_over is HandOver.NONE and handover_kind(self.context)
        return (Refusal("request.hand_over_first"),) if missing else ()

    def offers(self, actor: Actor) -> tuple[Offer, ...]:
        shown = super().offers(actor)
        return tuple(offer for offer in shown if actor.system or offer.transition.functions)

    def perform(self, actor: Actor, transition_id: str, comment: str = "", version: int | None = None) -> None:
        self.details = self.details or Details()
        super().perform(actor, transition_id, comment, version)

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        effect = _EFFECTS.get(transition.id)
        if effect is not None:
            effect(self.context, actor, self.details or Details(), comment)


def _take(request: Any, actor: Actor, details: Details, comment: str) -> None:
    request.assigned_to = actor.userid
    if handover_moment(request) == "take":
        hand_over(request, actor)


def _ask(request: Any, actor: Actor, details: Details, comment: str) -> None:
    assert details.question_due_on is not None
    request.question = Question(details.question, end_of(details.question_due_on), now())
    Records(request, PAUSES).add(Pause(today(), None, "waiting for the citizen"))
    tell_citizen(request, "question", due=details.question_due_on.strftime("%d/%m/%Y"))


def _resume(request: Any, actor: Actor, details: Details, comment: str) -> None:
    if request.question is not None and request.question.answered_at is None:
        request.question = replace(request.question, answered_at=now())
    records = Records(request, PAUSES)
    for number, pause in records.items():
        if pause.resumed is None:
            records.replace(number, replace(pause, resumed=today()))


def _decide(outcome: str) -> Any:
    def decide(request: Any, actor: Actor, details: Details, comment: str) -> None:
        text = details.decision_text or comment
        request.decision = Decision(outcome, text, today(), details.motivation, details.appeal_text)
        tell_citizen(request, "decision")

    return decide


def _close(request: Any, actor: Actor, details: Details, comment: str) -> None:
    request.closed_at = now()


def _end(kind: str) -> Any:
    def end(request: Any, actor: Actor, details: Details, comment: str) -> None:
        request.closed_at = now()
        tell_citizen(request, kind)

    return end


def _transfer(request: Any, actor: Actor, details: Details, comment: str) -> None:
    request.transfer_target = details.transfer_target
    request.closed_at = now()
    tell_citizen(request, "transfer")


def _reopen(request: Any, actor: Actor, details: Details, comment: str) -> None:
    request.closed_at, request.decision = None, None


_EFFECTS = {
    "take": _take,
    "ask_citizen": _ask,
    "resume": _resume,
    "accept": _decide("accepted"),
    "accept_partially": _decide("partially_accepted"),
    "refuse": _decide("refused"),
    "declare_inadmissible": _decide("inadmissible"),
    "close": _close,
    "close_unanswered": _end("unanswered"),
    "cancel": _end("cancelled"),
    "transfer": _transfer,
    "reopen": _reopen,
}


def deposit_day(request: Any) -> Any:
    """The civil day of the deposit."""
    return request.deposited_at.astimezone(BRUSSELS).date()
