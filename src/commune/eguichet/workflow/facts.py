"""What the rules of a request look at, gathered once."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from commune.core.content.clock import BRUSSELS
from commune.core.workflow.actor import Actor
from commune.eguichet.rules.requests import RequestFacts


@dataclass(frozen=True)
class Details:
    """What the actor writes beside the choice of a move; ``question_due_on`` is the last day (inclusive)."""

    decision_text: str = ""
    motivation: str = ""
    appeal_text: str = ""
    question: str = ""
    question_due_on: date | None = None
    transfer_target: str = ""


def end_of(day: date) -> datetime:
    """The last second of a civil day in Brussels."""
    return datetime.combine(day, time(23, 59, 59), BRUSSELS)


def facts_of(request: Any, actor: Actor, details: Details) -> RequestFacts:
    """The request now, with what the actor wrote."""
    question = request.question
    due = details.question_due_on
    return RequestFacts(
        state=request.state,
        version=request.version,
        stored_version=request.version,
        decision_text=details.decision_text,
        motivation=details.motivation,
        appeal_text=details.appeal_text,
        question=details.question,
        question_due_at=end_of(due) if due else None,
        due_at=question.due_at if question else None,
        reminders_sent=question.reminders if question else 0,
        by_citizen=bool(request.requester) and actor.userid == request.requester,
        transfer_target=details.transfer_target,
        hand_over=request.hand_over,
    )
