"""Names of states and transitions: those of the chain come from the body, the others from here."""

from dataclasses import replace

from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.opinions import Sense
from commune.meeting.i18n import _
from commune.meeting.rules.meetings import states_in_use
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.waiting import PREFIX
from commune.meeting.workflow.settings import Settings

STATES = {
    "validated": _("Validated"),
    "presented": _("On the agenda"),
    "frozen": _("Agenda frozen"),
    "published": _("Agenda published"),
    "decidable": _("To be decided"),
    "returned": _("Returned to the service"),
    "accepted": _("Accepted"),
    "accepted_but_modified": _("Accepted with changes"),
    "pre_accepted": _("Pre-accepted"),
    "refused": _("Refused"),
    "marked_not_applicable": _("Not applicable"),
    "delayed": _("Delayed"),
    "postponed_next_meeting": _("Postponed to the next meeting"),
    "removed": _("Removed"),
    "removed_and_duplicated": _("Removed and copied"),
    "accepted_out_of_meeting": _("Accepted out of a meeting"),
    "accepted_out_of_meeting_and_duplicated": _("Accepted out of a meeting, to be ratified"),
    "accepted_out_of_meeting_emergency": _("Accepted in emergency"),
    "accepted_out_of_meeting_emergency_and_duplicated": _("Accepted in emergency, to be ratified"),
    "transferred": _("Transferred"),
    "transferred_and_duplicated": _("Transferred and copied"),
    "draft": _("Draft"),
    "in_session": _("In session"),
    "decided": _("Decisions under way"),
    "decisions_published": _("Decisions published"),
    "closed": _("Closed"),
}
TRANSITIONS = {
    "validate": _("Validate"),
    "wait_for_opinions": _("Wait for opinions"),
    "present": _("Put on the agenda"),
    "back_to_validated": _("Take off the agenda"),
    "return_to_service": _("Return to the service"),
    "back_to_meeting": _("Send back to the meeting"),
    "freeze": _("Freeze"),
    "publish": _("Publish the agenda"),
    "open": _("Open for decision"),
    "accept": _("Accept"),
    "accept_but_modify": _("Accept with changes"),
    "pre_accept": _("Pre-accept"),
    "refuse": _("Refuse"),
    "mark_not_applicable": _("Mark as not applicable"),
    "delay": _("Delay"),
    "postpone_next_meeting": _("Postpone to the next meeting"),
    "remove": _("Remove"),
    "remove_and_duplicate": _("Remove and copy"),
    "accept_out_of_meeting": _("Accept out of a meeting"),
    "accept_out_of_meeting_and_duplicate": _("Accept out of a meeting, copy to be ratified"),
    "accept_out_of_meeting_emergency": _("Accept in emergency"),
    "accept_out_of_meeting_emergency_and_duplicate": _("Accept in emergency, copy to be ratified"),
    "transfer": _("Transfer"),
    "transfer_and_duplicate": _("Transfer and copy"),
    "back_to_decidable": _("Reopen the decision"),
    "open_session": _("Open the session"),
    "decide": _("Start the decisions"),
    "publish_decisions": _("Publish the decisions"),
    "close": _("Close the meeting"),
    "back_to_draft": _("Back to draft"),
    "back_to_frozen": _("Back to frozen"),
    "back_to_published": _("Back to published"),
    "back_to_in_session": _("Back to the session"),
    "back_to_decided": _("Back to the decisions"),
    "back_to_decisions_published": _("Reopen"),
}


def state_title(state: str, settings: Settings) -> Message | str:
    """The name of a state of items or meetings: the body's own word for it where it has one."""
    if settings.body.outcomes.get(state):
        return word(settings.body.outcomes[state])
    if state in STATES:
        return STATES[state]
    level_state = state.removeprefix(PREFIX).removeprefix("returned_")
    level = next((level for level in settings.body.chain.levels if level.state == level_state), None)
    title = word(level.title) if level is not None else level_state
    if state.startswith(PREFIX):
        return _("waiting_at", default="Waiting for opinions (${level})", mapping={"level": title})
    if state.startswith("returned_"):
        return _("returned_at", default="Returned (${level})", mapping={"level": title})
    return title


def transition_title(transition: str, settings: Settings) -> Message | str:
    """The name of a transition; those of the chain bear the body's own words."""
    if transition in TRANSITIONS:
        return TRANSITIONS[transition]
    for level in settings.body.chain.levels:
        if transition == level.forward:
            return word(level.forward_title or level.title)
        if transition == level.backward:
            return word(level.backward_title or level.title)
    return transition


def word(title: str) -> Message:
    """A title of the settings of a body, translated where it is one of a ready-made body."""
    return Message(title, "commune.meeting")


def spoken(title: str) -> str:
    """The same in the language of the authority, for what is written once for everybody."""
    return str(translate(word(title), target_language=api.portal.get_default_language()))


def item_machine(settings: Settings) -> Machine:
    """The states that an item of the body may be in, each with its name, and the names of its transitions.

    The transitions leave from nowhere here: which are offered depends on the actor and comes from the rules.
    """
    levels = [level.state for level in settings.body.chain.levels]
    found = [
        settings.body.chain.initial,
        *levels,
        *(f"{PREFIX}{state}" for state in [*levels, "validated"]),
        *(f"returned_{state}" for state in levels),
        *STATES,
    ]
    states = tuple(State(one, state_title(one, settings), one in DECIDED) for one in dict.fromkeys(found))
    ways = [name for level in settings.body.chain.levels for name in (level.forward, level.backward) if name]
    return Machine(states, tuple(_named(name, settings) for name in dict.fromkeys([*ways, *TRANSITIONS])))


def _named(transition: str, settings: Settings) -> Transition:
    return Transition(transition, transition_title(transition, settings), (), "")


def titled(machine: Machine, settings: Settings) -> Machine:
    """The machine of a body's meetings with the names of its states and transitions."""
    states = tuple(replace(state, title=state_title(state.id, settings)) for state in machine.states)
    return Machine(states, tuple(replace(t, title=transition_title(t.id, settings)) for t in machine.transitions))


def meeting_states(settings: Settings) -> dict[str, str]:
    """Names of the states of the body's meetings, in their order."""
    return {state: state_title(state, settings) for state in states_in_use(settings.body.meetings.optional)}


SENSES = {
    Sense.POSITIVE: _("Favourable"),
    Sense.POSITIVE_WITH_CONDITIONS: _("Favourable with conditions"),
    Sense.POSITIVE_AFTER_CHANGE: _("Favourable after a change"),
    Sense.CAUTIOUS: _("Cautious"),
    Sense.NEGATIVE: _("Unfavourable"),
    Sense.NEGATIVE_WITH_REMARKS: _("Unfavourable with remarks"),
    Sense.RETURNED: _("Back to the service"),
    Sense.NIL: _("No opinion"),
    Sense.READ: _("sense_read", default="Read"),
    Sense.NOT_REQUIRED: _("Not required"),
}
OPINION_STATES = {
    "not_given": _("Awaited"),
    "hidden_during_writing": _("Being written"),
    "considered_not_given": _("Not given"),
    "asked_again": _("Asked again"),
    "given": _("Given"),
    "being_written": _("Being written"),
    "back_in_service": _("File incomplete"),
}
COMPLETENESS = {
    "not_evaluated": _("Not looked at yet"),
    "complete": _("Complete"),
    "incomplete": _("Incomplete"),
    "asked_again": _("To be looked at again"),
    "not_required": _("Not required"),
}
STEPS = {
    "completeness": _("Is the file complete?"),
    "back_in_service": _("File incomplete"),
    "editing": _("With the editor"),
    "reviewing": _("With the reviewer"),
    "managing": _("With the manager"),
    "signed": _("Signed"),
    "given": _("Given"),
    "mark_complete": _("The file is complete"),
    "mark_incomplete": _("The file is incomplete"),
    "to_reviewing": _("To the reviewer"),
    "to_managing": _("To the manager"),
    "back_to_editing": _("Back to the editor"),
    "back_to_reviewing": _("Back to the reviewer"),
    "sign": _("Sign"),
    "give": _("Give the opinion"),
}
VALUES = {
    "yes": _("Yes"),
    "no": _("No"),
    "abstain": _("Abstention"),
    "does_not_vote": _("Does not vote"),
    "not_found": _("Not found in the urn"),
    "invalid": _("Invalid"),
    "blank": _("Blank"),
    "not_yet": _("Not yet"),
    "not_votable": _("Voted in the linked poll"),
}
VERDICTS = {
    "adopted": _("Adopted"),
    "rejected": _("Rejected"),
    "deferred": _("Tie: put off to the next sitting"),
    "councillor_called": _("Tie: a councillor is called"),
    "chair_decides": _("Tie: the vote of the chair decides"),
    "none": _("Votes are missing"),
}
