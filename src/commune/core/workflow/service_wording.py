"""Sentences of the refusals that the core's services give: references, files, documents, opinions, steps."""

from commune.core.i18n import _
from commune.core.workflow.wording import Wording

REFERENCES = {
    "reference.not_allowed": _("refusal_reference_not_allowed", default="You may not choose the reference yourself."),
    "reference.form": _("refusal_reference_form", default="The reference does not have the expected form (${form})."),
    "reference.used": _("refusal_reference_used", default="The reference ${reference} is already used."),
    "required": _("refusal_required", default="This field is required."),
}
FILES = {
    "file_name": _("refusal_file_name", default="The file has no name."),
    "file_empty": _("refusal_file_empty", default="The file ${name} is empty."),
    "file_too_big": _("refusal_file_too_big", default="The file ${name} is too big: at most ${megabytes} MB."),
    "file_type": _("refusal_file_type", default="Files like ${name} are not accepted here."),
    "file_mismatch": _("refusal_file_mismatch", default="The content of ${name} is not what its extension says."),
    "file_double_extension": _("refusal_file_double_extension", default="The file ${name} has two extensions."),
    "file_macros": _("refusal_file_macros", default="The file ${name} contains macros."),
    "file_encrypted": _("refusal_file_encrypted", default="The file ${name} is protected by a password."),
    "file_polyglot": _("refusal_file_polyglot", default="The file ${name} hides another file."),
    "file_count": _("refusal_file_count", default="${found} files: between ${least} and ${most} are expected."),
    "file_total": _("refusal_file_total", default="The files are too big together: at most ${megabytes} MB."),
    "category.disabled": _("refusal_category_disabled", default="The category ${category} is no longer in use."),
    "category.pdf_only": _("refusal_category_pdf_only", default="The category ${category} takes PDF files only."),
    "category.used": _("refusal_category_used", default="The category ${category} is used ${uses} times."),
    "category.unknown": _("refusal_category_unknown", default="There is no type of file ${category} here."),
    "category.managers_only": _("refusal_category_managers_only", default="Only managers choose ${category}."),
    "category.not_for_you": _("refusal_category_not_for_you", default="${category} is for other services."),
    "annexes.none_chosen": _("refusal_annexes_none_chosen", default="Choose at least one file that you may fetch."),
    "annexes.not_pdf": _("refusal_annexes_not_pdf", default="${title} is not a PDF that can be read."),
    "annexes.no_flag": _("refusal_annexes_no_flag", default="Choose a setting of files."),
    "annexes.not_arrangeable": _("refusal_annexes_not_arrangeable", default="You may not change the order of files."),
    "searches.title": _("refusal_searches_title", default="Give the search a title of at most ${most} signs."),
    "searches.unit": _("refusal_searches_unit", default="A search is shared with a service of one’s own."),
    "searches.too_many": _("refusal_searches_too_many", default="At most ${most} searches are kept: forget one first."),
    "searches.not_yours": _("refusal_searches_not_yours", default="This search is not yours."),
    "acts.choice": _("refusal_acts_choice", default="${value} is not among the choices."),
    "acts.unknown": _("refusal_acts_unknown", default="This act is not offered here."),
    "acts.too_many": _("refusal_acts_too_many", default="Choose at most ${most} at once."),
    "acts.none": _("refusal_acts_none", default="Choose at least one row that you may read."),
    "annex.flag_managers": _("refusal_annex_flag_managers", default="Only managers change this setting: ${flag}."),
    "annex.not_changeable": _("refusal_annex_not_changeable", default="You may not change this file."),
    "annex.not_yours": _("refusal_annex_not_yours", default="You may not take this file out."),
    "annex.signed": _("refusal_annex_signed", default="${title} is signed and cannot be replaced or removed."),
}
DOCUMENTS = {
    "document.unknown": _("refusal_document_unknown", default="This document cannot be made from this dossier now."),
    "document.withheld": _(
        "refusal_document_withheld",
        default="This document tells what others may not read now: it can be made, not kept.",
    ),
    "document.format": _("refusal_document_format", default="This document is not made in the format ${format}."),
    "template.fault": _(
        "refusal_template_fault", default="The template ${template} has a fault at ${place}: ${reason}."
    ),
    "pdf.none": _("refusal_pdf_none", default="This server makes no PDF. Take the OpenDocument file instead."),
    "pdf.timeout": _(
        "refusal_pdf_timeout", default="Making the PDF took too long. Take the OpenDocument file, or retry."
    ),
    "pdf.failed": _("refusal_pdf_failed", default="The PDF could not be made. Take the OpenDocument file instead."),
}
OPINIONS = {
    "opinion.sense": _("refusal_opinion_sense", default="This sense is not among those offered."),
    "opinion.reason": _("refusal_opinion_reason", default="Give the reasons of this opinion."),
    "opinion.awaited": _("refusal_opinion_awaited", default="The opinion of ${service} is awaited."),
    "opinion.unknown": _("refusal_opinion_unknown", default="No opinion was asked from this service."),
    "opinion.already": _("refusal_opinion_already", default="The opinion of this service is already asked."),
    "opinion.not_yours": _("refusal_opinion_not_yours", default="Only the advisers of the service give its opinion."),
    "opinion.given": _("refusal_opinion_given", default="This opinion is given; ask for it again to change it."),
    "opinion.not_deemed": _("refusal_opinion_not_deemed", default="The silence of this service has no meaning yet."),
}
STEPS = {
    "step.unknown": _("refusal_step_unknown", default="This step is not in the dossier."),
    "deadline.input": _("refusal_deadline_input", default="${field}: ${value} cannot be read."),
}
TASKS = {
    "task.title": _("refusal_task_title", default="Say what is to be done."),
    "task.service": _("refusal_task_service", default="Choose the service that does the task."),
    "task.due_past": _("refusal_task_due_past", default="${due} is past: give a day to come, or none."),
    "task.due_unreadable": _("refusal_task_due_unreadable", default="“${text}” is not a day, such as 2027-01-11."),
    "task.assignee": _("refusal_task_assignee", default="This person does not handle tasks of the service."),
    "task.note": _("refusal_task_note", default="Write how it goes."),
    "task.not_yours": _("refusal_task_not_yours", default="You may not change this task."),
    "task.over": _("refusal_task_over", default="The task is over: open it again first."),
}
CALLS = {
    "condition.bounds": _("refusal_condition_bounds", default="“${test}” takes two values."),
    "condition.group": _("refusal_condition_group", default="“${group}” is not written so."),
    "condition.kinds": _(
        "refusal_condition_kinds", default="Fields of the kinds ${kind} and ${other} are not compared."
    ),
    "condition.list": _("refusal_condition_list", default="“${test}” takes several values."),
    "condition.mixed": _("refusal_condition_mixed", default="These do not stand together: ${keys}."),
    "condition.not_an_object": _("refusal_condition_object", default="This is no condition."),
    "condition.not_ordered": _("refusal_condition_not_ordered", default="A value of the kind ${kind} has no order."),
    "condition.unknown_field": _("refusal_condition_field", default="There is no field “${field}” to look at."),
    "condition.unknown_key": _("refusal_condition_key", default="“${key}” is not known in a condition."),
    "condition.unknown_test": _("refusal_condition_test", default="There is no test “${test}”."),
    "condition.value_count": _("refusal_condition_count", default="“${test}” needs one value, or another field."),
    "condition.value_kind": _("refusal_condition_value", default="“${value}” is not of the kind ${kind}."),
    "json.expected": _("refusal_json_expected", default="Expected: ${expected}. Found: ${found}."),
    "json.missing_key": _("refusal_json_missing", default="“${key}” is missing."),
    "json.unknown_key": _("refusal_json_unknown", default="“${key}” is not known here."),
    "calls.address": _("refusal_calls_address", default="${url} is not an address that begins with https://."),
    "body.invalid": _("refusal_body_invalid", default="${field}: something else is expected (${expected})."),
    "body.required": _("refusal_body_required", default="${field} is required."),
    "body.unknown": _("refusal_body_unknown", default="${field} is not known here."),
    "idempotency.other_body": _(
        "refusal_idempotency_other", default="This key was used for another call: take a new one."
    ),
    "idempotency.too_long": _(
        "refusal_idempotency_long", default="The key of the call has at most ${most} characters."
    ),
}
PARCELS = {
    "parcel.token": _("refusal_parcel", default="“${token}” is not understood. Write it like: 92001 A 123/2 C."),
    "parcel.key": _("refusal_parcel_key", default="This is not understood. Write it like: 92001 A 123/2 C."),
    "parcel.division": _("The division is five digits, and one of the authority's."),
    "parcel.section": _("The section is one letter."),
    "parcel.radical": _("The number is at most four digits."),
    "parcel.bis": _("The bis number is at most two digits."),
    "parcel.exponent": _("The exponent is one letter, or nothing."),
    "parcel.power": _("The power is at most three digits."),
    "parcel.power_alone": _("refusal_parcel_power", default="A letter is missing before the last figure."),
    "parcel.radical_zero": _("refusal_parcel_zero", default="The number of a parcel begins with a figure above zero."),
}
JOBS = {
    "job.no_account": _("refusal_job_account", default="The account ${account} no longer exists."),
    "job.gone": _("refusal_job_gone", default="It is no longer there for you to read."),
    "job.stopped": _("refusal_job_stopped", default="It was begun ${times} times and the work stopped each time."),
    "batch.none": _("refusal_batch_none", default="Nothing is chosen: there is no document to make."),
    "batch.too_many": _("refusal_batch_many", default="At most ${most} documents are made at once."),
    "batch.unknown": _("refusal_batch_unknown", default="This set of documents is not offered here."),
    "batch.not_here": _("refusal_batch_not_here", default="${item} is not among those that you may choose here."),
    "batch.not_kept": _("refusal_batch_not_kept", default="You may not add files to this dossier."),
}
SIGNING = {
    "signing.no_signer": _("refusal_signing_no_signer", default="Say who signs."),
    "signing.ranks": _("refusal_signing_ranks", default="Number the signers 1 to ${count}, each number once."),
    "signing.no_account": _("refusal_signing_no_account", default="“${name}” has no account and cannot sign here."),
    "signing.listed_twice": _("refusal_signing_listed_twice", default="${name} is listed twice."),
    "signing.no_paper": _("refusal_signing_no_paper", default="This document is not in the session."),
    "signing.no_papers": _("refusal_signing_no_papers", default="Choose at least one document to sign."),
    "signing.not_offered": _(
        "refusal_signing_not_offered",
        default="“${title}” cannot be signed: it is no PDF, it is signed, or it waits in another session.",
    ),
    "signing.title": _("refusal_signing_title", default="Give the session a title."),
    "signing.due_past": _("refusal_signing_due_past", default="The last day to sign is past."),
    "signing.due_unreadable": _("refusal_signing_due", default="“${text}” is not a day, such as 2027-01-11."),
    "signing.cancelled": _("refusal_signing_cancelled", default="The session was called back: ${reason}"),
    "signing.left": _("refusal_signing_left", default="“${title}” was refused and has left the session."),
    "signing.not_signer": _("refusal_signing_not_signer", default="You do not sign in this session."),
    "signing.not_your_turn": _("refusal_signing_turn", default="It is not your turn yet: ${name} signs first."),
    "signing.already": _("refusal_signing_already", default="“${title}” is already signed by you."),
    "signing.twice": _("refusal_signing_twice", default="Nobody signs “${title}” twice."),
    "signing.reason": _("refusal_signing_reason", default="Give the reason."),
    "signing.over": _("refusal_signing_over", default="The session is over."),
    "signing.reminded": _("refusal_signing_reminded", default="A reminder was already sent today."),
    "signing.not_yours": _("refusal_signing_not_yours", default="You may not have documents of this dossier signed."),
    "signing.not_requester": _("refusal_signing_not_requester", default="Only the person who asked may do that."),
    "signing.no_service": _("refusal_signing_no_service", default="No signature service is set for this site."),
    "signing.not_signable": _("refusal_signing_not_signable", default="This file cannot be signed: ${detail}"),
    "signing.unsound": _(
        "refusal_signing_unsound", default="What the signature service gave back is not sound: nothing was kept."
    ),
    "signing.changed": _(
        "refusal_signing_changed",
        default="“${title}” was changed since it was sent to sign: refuse it and begin again.",
    ),
    "signing.gone": _("refusal_signing_gone", default="“${title}” is no longer there."),
    "signing.delegate_self": _("refusal_delegate_self", default="Choose somebody other than yourself."),
    "signing.delegate_days": _("refusal_delegate_days", default="The last day comes before the first, or is past."),
    "signing.delegate_overlap": _("refusal_delegate_overlap", default="Somebody already signs for you in these days."),
}
ARCHIVE = {
    "archive.not_here": _("refusal_archive_not_here", default="A dossier of this kind is not packed for the archive."),
    "archive.not_closed": _("refusal_archive_not_closed", default="It is packed once it is closed."),
    "bag.no_zip": _("refusal_bag_no_zip", default="This is no zip file that can be read."),
    "bag.not_one": _("refusal_bag_not_one", default="A package holds one folder; ${count} are found."),
    "bag.lacks": _("refusal_bag_lacks", default="${path} is lacking."),
    "bag.changed": _("refusal_bag_changed", default="${path} was changed."),
    "bag.unlisted": _("refusal_bag_unlisted", default="${path} was added."),
}
SERVICES = Wording(
    {**ARCHIVE, **SIGNING, **JOBS, **CALLS, **REFERENCES, **FILES, **DOCUMENTS, **OPINIONS, **STEPS, **TASKS, **PARCELS}
)
