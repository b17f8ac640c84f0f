"""The sentences of this module's refusals, by code."""

from commune.core.workflow.wording import Wording
from commune.meeting.i18n import _

AGENDA = {
    "agenda.already_there": _("refusal_agenda_already_there", default="The item is already on this agenda."),
    "agenda.at_the_edge": _("refusal_agenda_at_the_edge", default="The item cannot go further in that direction."),
    "agenda.below_itself": _("refusal_agenda_below_itself", default="An item cannot be placed below itself."),
    "agenda.beyond_the_last": _("refusal_agenda_beyond", default="There is no such number on this agenda."),
    "agenda.not_a_master": _("refusal_agenda_not_a_master", default="Only an item with a whole number can do this."),
    "agenda.not_a_master_number": _("refusal_agenda_master_number", default="Give a whole number."),
    "agenda.not_a_number": _("refusal_agenda_not_a_number", default="Give a number such as 4 or 2.1."),
    "agenda.not_a_sub": _("refusal_agenda_not_a_sub", default="Only a sub-item can do this."),
    "agenda.not_there": _("refusal_agenda_not_there", default="The item is not on this agenda."),
    "agenda.nothing_before": _("refusal_agenda_nothing_before", default="There is no item just before that number."),
    "agenda.nothing_chosen": _("refusal_agenda_nothing_chosen", default="Choose at least one item."),
    "agenda.nothing_to_undo": _("refusal_agenda_no_undo", default="The order changed since: nothing can be undone."),
    "agenda.other_kind": _("refusal_agenda_other_kind", default="Items and sub-items do not change places."),
    "agenda.own_number": _("refusal_agenda_own_number", default="The item already has this number."),
    "agenda.stale": _(
        "refusal_agenda_stale", default="The agenda changed meanwhile. It is shown again as it now stands; try again."
    ),
    "agenda.too_many_subs": _("refusal_agenda_too_many_subs", default="An item has at most ${most} sub-items."),
}
ATTENDANCE = {
    "attendance.stale": _("refusal_attendance_stale", default="Somebody changed the attendance meanwhile. Look again."),
    "attendance.double_rank": _("refusal_attendance_double_rank", default="Two members have signature rank ${rank}."),
    "attendance.giver_present": _("refusal_attendance_giver", default="A member who is present gives no proxy."),
    "attendance.holder_absent": _("refusal_attendance_holder", default="The holder of a proxy must be present."),
    "attendance.no_proxies": _("refusal_attendance_no_proxies", default="This body allows no proxies."),
    "attendance.not_present": _("refusal_attendance_not_present", default="This member is not present at the meeting."),
    "attendance.own_order": _("refusal_attendance_own_order", default="An item has its own order of members."),
    "attendance.redefined": _("refusal_attendance_redefined", default="An item says something else of this member."),
    "attendance.signatory": _("refusal_attendance_signatory", default="This member signs the item."),
    "attendance.signatory_not_present": _(
        "refusal_attendance_signatory_absent", default="Only a member present at the item signs it."
    ),
    "attendance.too_many_proxies": _("refusal_attendance_proxies", default="A member holds at most ${most} proxies."),
    "attendance.voted": _("refusal_attendance_voted", default="This member already voted on the item."),
}
MINUTES = {
    "minutes.approved": _(
        "refusal_minutes_approved", default="These minutes were approved on ${day}: they are locked."
    ),
    "minutes.unknown_part": _("refusal_minutes_part", default="The minutes have no such part any more."),
}
ANNEXES = {
    "annexes.kind_not_yours": _("refusal_annexes_kind", default="You may not add a file of this category now."),
    "labels.not_yours": _("refusal_labels_not_yours", default="You may not change the label ${label}."),
    "labels.not_now": _("refusal_labels_not_now", default="The label ${label} is not changed in this state."),
    "labels.unknown": _("refusal_labels_unknown", default="There is no label ${label}."),
    "items.not_edited_now": _("refusal_items_not_edited_now", default="You may not edit this item now."),
    "items.already_so": _("refusal_items_already_so", default="Nothing to change: it is so already."),
    "annexes.not_changeable": _("refusal_annexes_changing", default="You may not change this file."),
    "categories.twice": _("refusal_categories_twice", default="The type ${id} is there twice."),
    "categories.unknown": _("refusal_categories_unknown", default="There is no type ${id}."),
    "categories.unknown_flag": _("refusal_categories_flag", default="There is no setting of files ${flag}."),
    "annexes.not_removable": _("refusal_annexes_removing", default="You may not take this file out."),
}
FOLLOW_UP = {
    "followup.not_needed": _("refusal_followup_not_needed", default="Nobody asked for the follow-up of this item."),
    "followup.nothing_written": _("refusal_followup_nothing", default="Write what became of the decision."),
    "followup.not_service": _(
        "refusal_followup_service", default="Only the service of the item says what became of it."
    ),
    "followup.not_decided": _("refusal_followup_not_decided", default="The item is not decided."),
    "followup.kind": _("refusal_followup_kind", default="Choose between approval and annulment."),
    "followup.answer": _("refusal_followup_answer", default="The answer is: approved, or annulled."),
    "followup.answer_without_day": _("refusal_followup_answer_day", default="Give the answer together with its day."),
    "followup.prorogation": _("refusal_followup_prorogation", default="At most ${most} days are added (${source})."),
    "followup.day_to_come": _("refusal_followup_day_to_come", default="${day} is still to come."),
    "followup.days_order": _("refusal_followup_order", default="${day} is before ${before}."),
    "followup.not_sent": _("refusal_followup_not_sent", default="Say first when the file was sent."),
    "followup.unreadable": _("refusal_followup_unreadable", default="“${text}” cannot be read."),
    "followup.annulled": _("refusal_followup_annulled", default="The decision was annulled."),
    "followup.supervision_running": _(
        "refusal_followup_running", default="The supervisory authority has until ${due}."
    ),
}
INTERESTS = {
    "linked.none": _("refusal_linked_none", default="Choose an item."),
    "linked.unknown": _("refusal_linked_unknown", default="There is no item ${item} that you may read."),
    "linked.itself": _("refusal_linked_itself", default="An item is not linked to itself."),
    "linked.not_linked": _("refusal_linked_not", default="This item is not linked."),
    "linked.not_yours": _("refusal_linked_not_yours", default="Only who may change the item links it."),
    "interests.unknown_member": _("refusal_interests_member", default="Choose a member of the body."),
    "interests.declared": _("refusal_interests_declared", default="This member already declared an interest."),
    "interests.not_declared": _("refusal_interests_not_declared", default="This member declared no interest."),
    "interests.over": _("refusal_interests_over", default="The item is decided."),
    "interests.not_yours": _("refusal_interests_not_yours", default="A member declares for himself or herself only."),
    "statistics.day": _("refusal_statistics_day", default="“${text}” is not a day, such as 2027-01-11."),
    "statistics.order": _("refusal_statistics_order", default="The period ends before it begins."),
}
SESSION = {
    "session.choose_member": _("refusal_session_member", default="Choose a member and the reason."),
    "session.unknown_act": _("refusal_session_act", default="This button is not known: look at the page again."),
}
BODIES = {
    "bodies.excluding": _("refusal_bodies_excluding", default="${one} and ${other} exclude each other."),
    "bodies.needs": _("refusal_bodies_needs", default="${one} needs ${needed}."),
    "bodies.needs_levels": _("refusal_bodies_needs_levels", default="${one} needs at least one preparation level."),
    "bodies.bad_id": _(
        "refusal_bodies_bad_id", default="“${id}” is not an identifier: small letters, digits, - and _, a letter first."
    ),
    "bodies.blank": _("refusal_bodies_blank", default="This name is required."),
    "bodies.double_id": _("refusal_bodies_double", default="“${id}” stands there twice."),
    "bodies.long_code": _("refusal_bodies_long_code", default="A short code has at most ${most} characters."),
    "bodies.no_document": _("refusal_bodies_no_document", default="Choose a document of at most two megabytes."),
    "bodies.no_template": _("refusal_bodies_no_template", default="Choose an OpenDocument text (.odt)."),
    "bodies.not_json": _("refusal_bodies_not_json", default="This is no JSON document: ${reason}"),
    "bodies.not_movable_to": _("refusal_bodies_not_movable", default="They cannot be moved to “${state}”."),
    "bodies.receives_from": _("refusal_bodies_receives", default="The body “${body}” sends items to this one."),
    "bodies.sends_to_itself": _("refusal_bodies_itself", default="A body does not send items to itself."),
    "bodies.stale": _(
        "refusal_bodies_stale", default="Somebody changed the settings meanwhile. Look at them again, then retry."
    ),
    "bodies.state_in_use": _(
        "refusal_bodies_state_in_use", default="Items or meetings stand in the state “${state}”: it cannot disappear."
    ),
    "bodies.term_ends_before_it_starts": _("refusal_bodies_term", default="The term of office ends before it begins."),
    "bodies.term_in_use": _(
        "refusal_bodies_term_in_use", default="“${term}” is used ${uses} times: it can be retired, not taken out."
    ),
    "bodies.unknown_insertion_rule": _("refusal_bodies_rule", default="“${kind}” is not a rule of insertion."),
    "bodies.unknown_meeting_state": _("refusal_bodies_meeting_state", default="“${state}” is not a state of meetings."),
    "bodies.unknown_moment": _("refusal_bodies_moment", default="“${moment}” is no moment of a meeting of this body."),
    "bodies.unknown_notification": _("refusal_bodies_notification", default="“${kind}” is not a mail that is sent."),
    "bodies.unknown_profile": _("refusal_bodies_profile", default="“${profile}” is not a ready-made body."),
    "bodies.unknown_state": _("refusal_bodies_state", default="“${state}” is not a state of this body."),
    "bodies.unknown_adaptation": _("refusal_bodies_unknown", default="${name} is not a known option."),
}
ITEMS = {
    "items.closed_session": _("refusal_items_closed_session", default="The item is for the closed session."),
    "items.comment_required": _("refusal_items_comment", default="A reason is required."),
    "items.decision_empty": _("refusal_items_decision_empty", default="The decision is not written."),
    "items.emergency_not_accepted": _("refusal_items_emergency", default="The emergency is not accepted."),
    "items.first_level_only": _("refusal_items_first_level", default="Items are deleted at the first level only."),
    "items.meeting_not_deciding": _("refusal_items_not_deciding", default="The meeting does not take decisions yet."),
    "items.meeting_not_past": _("refusal_items_not_past", default="The meeting has not been held yet."),
    "items.no_meeting_accepts": _("refusal_items_no_meeting", default="No meeting accepts this item."),
    "items.no_target_body": _("refusal_items_no_target", default="No other body is chosen."),
    "items.not_creator": _("refusal_items_not_creator", default="You create no items for this service."),
    "items.service_not_using": _("refusal_items_not_using", default="This service does not use this body."),
    "sending.not_editor": _("refusal_sending_editor", default="You may not send this item."),
    "sending.not_a_target": _("refusal_sending_target", default="This body receives no items from here."),
    "sending.state": _("refusal_sending_state", default="Items are not sent in this state."),
    "sending.already_sent": _("refusal_sending_sent", default="The item was sent there already."),
    "sending.no_meeting": _("refusal_sending_meeting", default="No meeting of that body can receive the item yet."),
    "items.no_template": _("refusal_items_no_template", default="This template is not offered."),
    "items.not_editor": _("refusal_items_not_editor", default="You may not change this item."),
    "items.not_out_of_meeting": _(
        "refusal_items_not_outside", default="The item is not marked as acceptable out of a meeting."
    ),
    "items.on_agenda": _("refusal_items_on_agenda", default="The item is on an agenda."),
    "items.opinion_given": _("refusal_items_opinion_given", default="An opinion has been given on the item."),
    "items.out_of_meeting": _("refusal_items_outside", default="The item is to be accepted out of a meeting."),
    "items.unknown_field": _("refusal_items_unknown_field", default="${field} is not a field of items."),
    "items.unknown_value": _("refusal_items_unknown_value", default="${value} is not among the choices."),
    "items.required_missing": _("refusal_items_missing", default="Fill in the field “${field}” first."),
    "items.sent": _("refusal_items_sent", default="The item was sent to another body."),
    "items.text_was_modified": _(
        "refusal_items_text_modified", default="The text adopted is not the one of the agenda: ${fields}."
    ),
    "items.not_urgent": _("refusal_items_not_urgent", default="The item is not an urgent one of this meeting."),
    "urgency.not_present": _("refusal_urgency_not_present", default="Only members present vote on urgency."),
    "urgency.nobody_noted": _("refusal_urgency_nobody", default="Note first who is at the meeting."),
    "items.urgency_not_motivated": _("refusal_items_urgency_reason", default="Say why the item is urgent."),
    "items.urgency_not_voted": _("refusal_items_urgency_vote", default="The urgency has not been voted yet."),
    "items.urgency_rejected": _(
        "refusal_items_urgency_rejected",
        default="Urgency needs ${needed} votes of the ${present} members present; it has ${in_favour}.",
    ),
}
MEETINGS = {
    "meetings.accepts_none": _("refusal_meetings_accepts_none", default="This meeting accepts no item any more."),
    "meetings.closed": _("refusal_meetings_closed", default="The meeting is closed."),
    "meetings.date_not_confirmed": _("refusal_meetings_date", default="Type the date of the meeting to confirm."),
    "meetings.date_required": _("refusal_meetings_date_required", default="Give the date and the time."),
    "meetings.date_unreadable": _(
        "refusal_meetings_date_unreadable", default="“${text}” is not a date and a time, such as 2027-01-11T09:00."
    ),
    "meetings.date_taken": _("refusal_meetings_taken", default="Another meeting of this body has this date and time."),
    "meetings.end_before_start": _("refusal_meetings_end", default="The end comes before the start."),
    "meetings.item_decided": _("refusal_meetings_decided", default="Items of the meeting are decided."),
    "meetings.item_returned": _("refusal_meetings_returned", default="An item is still with its service."),
    "meetings.item_undecided": _("refusal_meetings_undecided", default="An item is not decided."),
    "meetings.late_without_reason": _(
        "refusal_meetings_late", default="It should have been done by ${latest} (${source}): give the reason."
    ),
    "meetings.not_manager": _("refusal_meetings_not_manager", default="Only the managers of this body do this."),
    "meetings.not_an_empty_draft": _("refusal_meetings_not_empty", default="Only an empty draft can be deleted."),
    "meetings.number_not_in_sequence": _(
        "refusal_meetings_sequence", default="The meeting of ${previous_day} has number ${previous}."
    ),
    "meetings.pre_meeting_after": _(
        "refusal_meetings_pre_meeting", default="The preparatory meeting comes after the meeting."
    ),
    "meetings.remote_incomplete": _(
        "refusal_meetings_remote", default="A meeting by videoconference states its reason, its tool and a note."
    ),
    "meetings.signatories_missing": _("refusal_meetings_signatories", default="An item has no signatory present."),
    "meetings.unknown_act": _("refusal_meetings_unknown_act", default="The law dates no act ${act} for this meeting."),
    "meetings.act_to_come": _("refusal_meetings_act_to_come", default="${moment} is still to come."),
    "meetings.votes_missing": _("refusal_meetings_votes", default="Votes of an item are not all entered."),
}
OPINIONS = {
    "opinions.asked_again": _("refusal_opinions_asked_again", default="The opinion is asked again: give it first."),
    "opinions.comment_required": _("refusal_opinions_comment", default="Say why the delay changes."),
    "opinions.delay_not_offered": _("refusal_opinions_delay", default="This delay is not offered."),
    "opinions.inherited": _(
        "refusal_opinions_inherited", default="The opinion is that of the item it was copied from."
    ),
    "opinions.legal_awaited": _("refusal_opinions_legal", default="The compulsory opinion of ${service} is awaited."),
    "opinions.manager_signs_negative": _(
        "refusal_opinions_negative", default="A negative opinion is signed by the manager."
    ),
    "opinions.none_to_wait_for": _("refusal_opinions_none", default="No opinion is awaited."),
    "opinions.not_adviser": _("refusal_opinions_not_adviser", default="You give no opinion for this service."),
    "opinions.not_asked_again": _("refusal_opinions_not_again", default="The opinion is not asked again."),
    "opinions.not_editor": _("refusal_opinions_not_editor", default="You may not ask this opinion again."),
    "opinions.not_giveable": _("refusal_opinions_not_giveable", default="The opinion cannot be given at this stage."),
    "opinions.not_given": _("refusal_opinions_not_given", default="The opinion is not given."),
    "opinions.not_positive": _("refusal_opinions_not_positive", default="The opinion of ${service} is not favourable."),
    "opinions.own_initiative": _("refusal_opinions_initiative", default="The opinion was given on own initiative."),
    "opinions.pending": _("refusal_opinions_pending", default="The opinion of ${service} is awaited."),
    "opinions.row_in_use": _("refusal_opinions_row", default="The row ${row} is in use: ${field} cannot change."),
    "opinions.row_used": _("refusal_opinions_row_used", default="The row ${row} is in use: it cannot go."),
    "opinions.row_unknown": _("refusal_opinions_row_unknown", default="There is no row ${row}."),
    "opinions.row_negative": _("refusal_opinions_row_negative", default="Row ${row}: days cannot be below zero."),
    "opinions.row_ends_first": _("refusal_opinions_row_ends", default="Row ${row} ends before it begins."),
    "opinions.row_other_service": _(
        "refusal_opinions_row_service", default="Row ${row} is linked to a row of another service."
    ),
    "opinions.not_asked": _("refusal_opinions_not_asked", default="No opinion of ${service} is asked."),
    "opinions.given_already": _("refusal_opinions_given", default="The opinion of ${service} is given."),
    "opinions.through_chain": _(
        "refusal_opinions_chain", default="The opinion of ${service} goes through its own chain before it is given."
    ),
    "opinions.nothing_written": _("refusal_opinions_nothing", default="Write the opinion first."),
    "opinions.step_not_offered": _("refusal_opinions_step", default="This step is not yours to take now."),
    "opinions.clock_not_begun": _("refusal_opinions_clock", default="The time has not begun to run."),
    "opinions.not_inherited": _("refusal_opinions_not_inherited", default="The opinion is not inherited."),
    "opinions.not_dropped_by_you": _(
        "refusal_opinions_dropping", default="Only the managers of this body stop an inherited opinion."
    ),
    "opinions.unknown_act": _("refusal_opinions_act", default="This button is not known: look at the page again."),
    "completeness.not_offered": _("refusal_completeness", default="You may not say this of the file now."),
    "completeness.comment_required": _("refusal_completeness_comment", default="Say what the file lacks."),
}
PUBLICATION = {
    "publication.closed_item": _(
        "refusal_publication_closed", default="Item ${number} is closed: it is never published."
    ),
    "publication.file_not_publishable": _(
        "refusal_publication_file", default="A file of item ${number} may not be published."
    ),
    "publication.not_on_agenda": _("refusal_publication_agenda", default="The item is not on this agenda."),
    "publication.mask_by_hand": _(
        "refusal_publication_mask",
        default="These words do not stand whole in the text: mask them there by hand.",
    ),
    "publication.personal_data": _(
        "refusal_publication_personal", default="Item ${number} ${where}: “${found}” is to be masked or let through."
    ),
    "publication.waiver_reason": _("refusal_publication_waiver", default="Say why these words may go out."),
    "publication.not_withdrawn": _("refusal_publication_restore", default="The item was not taken off."),
    "publication.reason_required": _("refusal_publication_reason", default="Give the reason: citizens read it."),
}
RECURRING = {
    "recurring.unknown_service": _("refusal_recurring_service", default="There is no service ${service}."),
}
VOTES = {
    "quorum.missing": _("refusal_quorum", default="${present} members are present; ${needed} are needed to decide."),
    "references.no_item_number": _("refusal_references_number", default="The pattern names no item number."),
    "references.unknown_token": _("refusal_references_token", default="{${token}} is not known in a reference."),
    "votes.detail_would_be_lost": _(
        "refusal_votes_lost", default="The votes entered would be lost: confirm the change of poll."
    ),
    "votes.incomplete": _("refusal_votes_incomplete", default="${missing} ballots are not entered."),
    "votes.linked_poll_follows": _("refusal_votes_linked", default="A linked poll follows this one."),
    "votes.negative": _("refusal_votes_negative", default="A number of ballots is not below zero."),
    "votes.no_meeting": _("refusal_votes_no_meeting", default="The item is on no agenda."),
    "votes.not_a_voter": _("refusal_votes_not_voter", default="This member does not vote on the item."),
    "votes.not_public": _("refusal_votes_not_public", default="This poll is not a public one."),
    "votes.not_secret": _("refusal_votes_not_secret", default="This poll is not a secret one."),
    "votes.other_kind": _("refusal_votes_other_kind", default="The item is voted on in another way."),
    "votes.other_voters": _("refusal_votes_other_voters", default="The item has other voters."),
    "votes.several_polls": _("refusal_votes_several", default="The item has several polls."),
    "votes.too_many_ballots": _("refusal_votes_too_many", default="${total} ballots for at most ${most} voters."),
    "votes.value_not_used": _("refusal_votes_value", default="This body does not use the value ${value}."),
    "votes.voted_in_linked": _("refusal_votes_voted_linked", default="This member voted in the linked poll."),
}
PARTS = (
    AGENDA, ANNEXES, ATTENDANCE, BODIES, FOLLOW_UP, INTERESTS, ITEMS, MEETINGS, MINUTES, OPINIONS, PUBLICATION,
    RECURRING, SESSION, VOTES,
)  # fmt: skip
MEETING = Wording({code: text for part in PARTS for code, text in part.items()})
