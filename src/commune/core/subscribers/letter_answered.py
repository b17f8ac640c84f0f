"""A letter that waited for an answer has it."""

from commune.core.events import DecisionRequestAccepted, DecisionRequested, HandoverAccepted, HandoverRequested
from commune.core.workflow.handover import answered


def handover_accepted(letter: HandoverAccepted) -> None:
    """The hand-over is done."""
    answered(HandoverRequested, letter.origin)


def decision_request_accepted(letter: DecisionRequestAccepted) -> None:
    """The item is made."""
    answered(DecisionRequested, letter.origin)
