"""Names of states and transitions: those of the chain come from the body, the others from here."""

from zope.i18nmessageid import Message

from commune.meeting.i18n import _
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
    """The name of a state of items or meetings."""
    if state in STATES:
        return STATES[state]
    level_state = state.removeprefix(PREFIX).removeprefix("returned_")
    level = next((level for level in settings.body.chain.levels if level.state == level_state), None)
    title = _word(level.title) if level is not None else level_state
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
            return _word(level.forward_title or level.title)
        if transition == level.backward:
            return _word(level.backward_title or level.title)
    return transition


def _word(title: str) -> Message:
    """A title of the body, translated where it is one of a ready-made body."""
    return Message(title, "commune.meeting")
