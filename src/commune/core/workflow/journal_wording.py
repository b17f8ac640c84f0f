"""Titles of the journal's entries: ``journal.<kind>``, as each module may announce its own."""

from commune.core.i18n import _
from commune.core.workflow.wording import Wording

JOURNAL = Wording(
    {
        "journal.created": _("journal_created", default="Created"),
        "journal.remark": _("journal_remark", default="Remark"),
        "journal.timestamped": _("journal_timestamped", default="Timestamp received"),
        "journal.transition": _("journal_transition", default="Moved"),
        "journal.annex_added": _("journal_annex_added", default="File added"),
        "journal.annex_replaced": _("journal_annex_replaced", default="File replaced"),
        "journal.annex_removed": _("journal_annex_removed", default="File removed"),
        "journal.annex_flags": _("journal_annex_flags", default="File: settings changed"),
        "journal.opinion_asked": _("journal_opinion_asked", default="Opinion asked"),
        "journal.opinion_given": _("journal_opinion_given", default="Opinion given"),
        "journal.opinion_asked_again": _("journal_opinion_asked_again", default="Opinion asked again"),
        "journal.opinion_deemed": _("journal_opinion_deemed", default="Silence taken as an opinion"),
        "journal.opinion_withdrawn": _("journal_opinion_withdrawn", default="Request for an opinion withdrawn"),
        "journal.step_added": _("journal_step_added", default="Step recorded"),
        "journal.step_corrected": _("journal_step_corrected", default="Step corrected"),
        "journal.archive_made": _("journal_archive_made", default="Archive package made"),
        "journal.document_made": _("journal_document_made", default="Document made"),
        "journal.exported": _("journal_exported", default="Fetched in an archive"),
        "journal.sent_to_sign": _("journal_sent_to_sign", default="Sent to sign"),
        "journal.signed": _("journal_signed", default="Signed"),
        "journal.signing_refused": _("journal_signing_refused", default="Signature refused"),
        "journal.signing_revoked": _("journal_signing_revoked", default="Called back before the last signature"),
        "journal.edited": _("journal_edited", default="Edited"),
        "journal.task_given": _("journal_task_given", default="Task given"),
        "journal.step_removed": _("journal_step_removed", default="Step removed"),
    }
)
