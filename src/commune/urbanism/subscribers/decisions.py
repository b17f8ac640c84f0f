"""What the College's side says of an item asked for a permit."""

from typing import Any

from zope.component import adapter

from commune.core.content.journal import Journal
from commune.core.events import (
    DecisionReopened,
    DecisionRequestAccepted,
    DecisionScheduled,
    DecisionTaken,
)
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.lookup import by_uid
from commune.urbanism.content.permit import IPermit
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.college import keep
from commune.urbanism.workflow.recording import write

MOVES = {True: "grant", False: "refuse"}
SENSES = {True: "granted", False: "refused"}


def asked_by(letter: Any) -> Any:
    """The permit that the letter answers, or ``None``: the letters of other dossiers are not ours."""
    found = by_uid(letter.origin)
    return found if IPermit.providedBy(found) else None


@adapter(DecisionRequestAccepted)
def item_made(letter: DecisionRequestAccepted) -> None:
    permit = asked_by(letter)
    if permit is not None:
        keep(permit, item=letter.item, body=letter.body)


@adapter(DecisionScheduled)
def item_scheduled(letter: DecisionScheduled) -> None:
    permit = asked_by(letter)
    if permit is not None:
        keep(permit, item=letter.item, day=letter.day)
        on = letter.day.isoformat() if letter.day else ""
        Journal(permit).note("college_scheduled", SYSTEM.userid, on=on)


@adapter(DecisionTaken)
def decision_taken(letter: DecisionTaken) -> None:
    """The decision becomes a step, and the permit is granted or refused; it is then to be sent."""
    permit = asked_by(letter)
    if permit is None:
        return
    sense = SENSES[letter.positive]
    data = {"sense": sense, "by": "college", "number": letter.number, "text": letter.text, "item": letter.item}
    write(permit, SYSTEM, Marker.DECISION, letter.day, data=data)
    keep(permit, item=letter.item, body=letter.body, day=letter.day, taken=True)
    IProcess(permit).perform(SYSTEM, MOVES[letter.positive])


@adapter(DecisionReopened)
def decision_reopened(letter: DecisionReopened) -> None:
    """The permit waits again for its decision; what was decided stays in the steps and the journal."""
    permit = asked_by(letter)
    if permit is None or permit.decision is None:
        return
    keep(permit, taken=False)
    permit.decision = None
    if permit.state in SENSES.values():
        IProcess(permit).perform(SYSTEM, "reopen", "decision reopened")
    Journal(permit).note("decision_reopened", SYSTEM.userid, item=letter.item)
