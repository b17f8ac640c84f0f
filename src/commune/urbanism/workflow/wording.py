"""Sentences of the refusals of urbanism."""

from commune.core.workflow.wording import Wording
from commune.urbanism.i18n import _

NEEDS = {
    "applicant": _("Somebody must be named as applicant."),
    "has_applicant": _("Somebody must be named as applicant."),
    "subject": _("The subject of the works must be given."),
    "place": _("An address or a parcel must be given."),
    "has_place": _("An address or a parcel must be given."),
    "deposited_on": _("The day of the deposit must be recorded."),
    "missing_pieces": _("The missing pieces must be listed."),
    "statement_sent_on": _("The statement of missing pieces must be recorded with the day on which it was sent."),
    "supplements_on": _("The deposit of the supplements must be recorded."),
    "acknowledged_on": _("The acknowledgement must be recorded with the day on which it was sent."),
    "decision_on": _("The decision must be recorded."),
    "decision_sense": _("The decision must say whether the permit is granted."),
    "decided_by": _("The decision must say who took it."),
    "suspended_on": _("The suspension must be recorded as a step."),
    "appeal_on": _("The appeal must be recorded as a step."),
}
PERMITS = {
    "permit.no_such_move": _("This move is not possible in the present state."),
    "permit.choice_unknown": _("What the dossier must go through is not chosen yet."),
    "permit.second_incompleteness": _("A file may be declared incomplete only once."),
    "permit.completeness_running": _("The term to judge the completeness is still running."),
    "permit.statement_sent": _("permit_statement_sent", default="A statement of missing pieces was sent on ${on}."),
    "permit.no_inadmissibility": _("Nothing makes the request inadmissible: give the reason, or wait for the term."),
    "permit.no_report": _("There is no draft decision and no report to put before the College."),
    "permit.no_previous_state": _("There is no state to come back to."),
    "permit.no_withdrawal_letter": _("The letter of withdrawal must be among the annexes."),
    "permit.decision_running": _("The term of the decision is still running."),
    "permit.not_lapsed": _("The permit has not lapsed."),
    "permit.retention_running": _("The dossier must still be kept."),
    "permit.other_sense": _("The recorded decision says the contrary."),
    "permit.not_notified": _("The decision is taken; it must still be sent to the applicant."),
    "permit.out_of_time": _("permit_out_of_time", default="The decision was sent on ${sent}, after its term (${due})."),
    "permit.not_competent": _("The decision was not taken by the competent authority."),
    "permit.legacy_procedure": _("Dossiers of this procedure can no longer be opened."),
    "permit.manager_only": _("Only a manager may delete a dossier."),
    "permit.already_acknowledged": _("A dossier about which something was sent cannot be deleted."),
    "permit.not_yours": _("Only the service in charge does this."),
    "permit.not_ready_for_college": _("The College is asked once the file is complete."),
    "permit.already_asked": _("The College is already asked."),
    "permit.not_final_fields": _("The dossier is closed: reopen it to change what it says."),
    "permit.may_not_open": _("Only the service in charge opens permits."),
    "permit.subject_too_long": _("permit_subject_too_long", default="At most ${most} characters."),
    "permit.no_such_record": _("This is no longer in the dossier."),
    **{f"permit.needs_{name}": message for name, message in NEEDS.items()},
}
STEPS = {
    "step.not_yours": _("Only the service in charge records steps."),
    "step.in_the_future": _("step_in_the_future", default="A step cannot be recorded before it happened (${on})."),
    "step.before_deposit": _("step_before_deposit", default="No step may precede the deposit (${deposit})."),
    "step.only_once": _("This step happens only once."),
    "step.answers_nothing": _("The step that it answers does not exist."),
    "step.dossier_final": _("The dossier is closed."),
    "step.sent_before_event": _(
        "step_sent_before_event", default="It was sent (${sent}) before it happened (${event})."
    ),
    "step.no_legal_date": _("The date that counts in law is not given yet."),
    "step.started_clock": _("A term runs from this step: only the head of the service may remove it."),
    "step.not_last_consultation": _("Only the last consultation may be removed."),
    "step.answered": _("This step was answered."),
    "step.unknown_marker": _("There is no such step."),
    "step.date": _("step_date", default="${value} is not a date."),
}
CHOICES = {
    "choice.empty": _("Choose at least one thing."),
    "choice.alone": _("One of your choices excludes every other one."),
    "choice.one_publicity": _("Only one way to consult the public may be chosen."),
    "choice.one_class": _("Only one class may be chosen."),
    "prorogation.no_clock": _("No decision term runs yet."),
    "prorogation.already": _("The term was already prorogued."),
    "prorogation.not_provided": _("This procedure knows no prorogation."),
    "prorogation.before_start": _("prorogation_before_start", default="The term only runs since ${start}."),
    "prorogation.too_late": _("prorogation_too_late", default="The prorogation had to be sent by ${due}."),
}
PEOPLE = {
    "party.no_applicant": _("A dossier needs an applicant."),
    "party.no_representative": _("Say who represents this person."),
    "party.represents_itself": _("Nobody represents himself or herself."),
    "party.unknown": _("This person is not in the dossier."),
    "party.role": _("Choose what this person is in the dossier."),
    "bad_format": _("This is not written as it should be."),
    "nrn_checksum": _("This is not a national register number: its check digits are wrong."),
    "nrn_date": _("This national register number holds no date of birth."),
    "nrn_future": _("This national register number holds a date of birth to come."),
    "nrn_age": _("This national register number holds a date of birth too long ago."),
    "bce_checksum": _("This is not an enterprise number: its check digits are wrong."),
    "bce_is_establishment": _("This is the number of an establishment, not of an enterprise."),
    "phone_invalid": _("This is not a telephone number."),
}
PARCELS = {
    "parcel.twice": _("This parcel is already in the dossier."),
}
OPINIONS = {
    "opinion.still_time": _("The service still has time to answer."),
    "opinion.before_request": _("opinion_before_request", default="The opinion was asked on ${sent}."),
}
JOURNAL = {
    "journal.handover": _("journal_handover", default="Opened from the request ${reference}"),
    "journal.college_asked": _("The College was asked"),
    "journal.college_scheduled": _("journal_college_scheduled", default="On the agenda of the College of ${on}"),
    "journal.decision_reopened": _("The College's decision is open again"),
    "journal.choice": _("Procedure chosen"),
    "journal.missing_pieces": _("journal_missing_pieces", default="Missing pieces listed: ${count}"),
    "journal.draft": _("Draft decision written"),
    "journal.taken": _("Taken in charge"),
    "journal.location_added": _("Address added:"),
    "journal.work_locations_removed": _("Address removed:"),
    "journal.parcels_added": _("Parcels added:"),
    "journal.parcels_removed": _("Parcel removed:"),
    "journal.person_kept": _("People changed"),
    "journal.person_retired": _("Somebody left the dossier"),
    "journal.number_revealed": _("A national register number was shown"),
}
WORDING = Wording({**PERMITS, **STEPS, **CHOICES, **PEOPLE, **PARCELS, **OPINIONS, **JOURNAL})
