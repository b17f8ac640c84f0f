"""What follows from a move of an item: its agenda, its copies, its sendings, and the letters to its origin."""

from typing import Any

from zope.event import notify

from commune.core.content.journal import Journal
from commune.core.events import DecisionReopened, DecisionScheduled, DecisionTaken
from commune.core.rules.machine import Transition
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.session import forget_item
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.outcomes import DECIDED, outcome_of
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.workflow import agenda, outside
from commune.meeting.workflow.clones import clone
from commune.meeting.workflow.deliberations import give_number
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.results import COUNTED, result_of
from commune.meeting.workflow.sending import send_automatically
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import apply_text_rules, text_of

UNTOLD = (Value.NOT_YET, Value.NOT_VOTABLE)


def follow(process: Any, transition: Transition, actor: Actor, comment: str) -> None:
    """Everything that the move entails, in its transaction: a failure undoes the move itself."""
    item = process.context
    (source,) = transition.sources
    if item.state in DECIDED:
        copy_project(process, actor)
    apply_text_rules(item, transition.id, process.settings)
    if transition.id == "present":
        enter_agenda(process, by_uid(process.choice().meeting))
    elif item.meeting and source in AGENDA_STATES and leaves_agenda(item.state):
        leave_agenda(item, actor)
    elif transition.id == "back_to_decidable":
        tell_reopened(item)
    if item.state in DECIDED:
        decide(process, actor)
    send_automatically(item, process.settings, actor)


def leaves_agenda(state: str) -> bool:
    """Whether an item in that state stands on no agenda."""
    return not (state in AGENDA_STATES or state in DECIDED or state == "pre_accepted" or state.startswith("returned"))


def enter_agenda(process: Any, meeting: Any) -> None:
    """Put the item on the agenda; it catches up with the state of the meeting."""
    item = process.context
    agenda.put_on(meeting, item)
    process.__dict__.pop("meeting", None)
    item.state = process.arrival()
    if item.origin:
        notify(DecisionScheduled(item.origin, item.UID(), aware(meeting.date).date()))


def leave_agenda(item: Any, actor: Actor) -> None:
    """Take the item off the agenda, with the attendance and the votes of that meeting."""
    forget_votes(item, actor)
    forget_item(by_uid(item.meeting), item.UID())
    agenda.take_off(item)
    if item.origin:
        notify(DecisionScheduled(item.origin, item.UID(), None))


def copy_project(process: Any, actor: Actor) -> None:
    """The copy that the outcome calls for, made of the project before the body's rules write the decision."""
    outcome = outcome_of(process.context.state, process.settings.body.adaptations)
    if outcome is not None and outcome.clone is not None:
        clone(process.context, outcome.clone, actor)


def forget_votes(item: Any, actor: Actor) -> None:
    """Drop the votes; the journal says who did and when, of a public vote its counts, of a secret one nothing."""
    told = {}
    for index, poll in enumerate(item.polls):
        if poll.kind is Kind.PUBLIC:
            counts = result_of(item, index)[0].counts
            told[poll.label or str(index + 1)] = {
                str(value): n for value, n in counts.items() if n and value not in UNTOLD
            }
    if any(poll.kind in COUNTED for poll in item.polls):
        Journal(item).note("votes_reset", actor.userid, meeting=item.meeting, counts=told)
    item.polls = ()
    item.urgency = None


def decide(process: Any, actor: Actor) -> None:
    """The number and the letters that the outcome calls for."""
    item = process.context
    outcome = outcome_of(item.state, process.settings.body.adaptations)
    if outcome is None:
        return
    give_number(item, process.settings, "decision")
    if outcome.positive is not None:
        tell_decided(item, outcome.positive)


def tell_decided(item: Any, positive: bool) -> None:
    """Send the decision to the dossier it was taken for, and keep it in the journal of the item's forebear."""
    meeting = by_uid(item.meeting)
    if meeting is not None:
        outside.tell_decided(item, meeting, positive, settings_of(item))
    if not item.origin or meeting is None:
        return
    notify(
        DecisionTaken(
            origin=item.origin,
            item=item.UID(),
            body=body_of(item).UID(),
            outcome=item.state,
            positive=positive,
            day=aware(meeting.date).date(),
            number=item.deliberation_number or agenda.number_of(item),
            text=text_of(item),
        )
    )


def tell_reopened(item: Any) -> None:
    """A decision told is open again: its origin hears of it, its copies are marked."""
    if item.origin:
        notify(DecisionReopened(item.origin, item.UID()))
    for uid in item.successors:
        copy = by_uid(uid)
        if copy is not None:
            Journal(copy).note("origin_reopened", "system", item=item.UID())
