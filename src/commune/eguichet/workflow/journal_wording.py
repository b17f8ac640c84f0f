"""Titles of the journal's entries that requests write."""

from commune.core.workflow.wording import Wording
from commune.eguichet.i18n import _

JOURNAL = Wording(
    {
        "journal.deposited": _("journal_deposited", default="Sent by the citizen"),
        "journal.handover_requested": _("journal_handover_requested", default="Dossier asked for"),
        "journal.handover_accepted": _("journal_handover_accepted", default="Dossier ${reference} opened"),
        "journal.message_citizen": _("journal_message_citizen", default="Message of the citizen"),
        "journal.message_service": _("journal_message_service", default="Message to the citizen"),
        "journal.revealed": _("journal_revealed", default="Masked data shown: ${field}"),
        "journal.assigned": _("journal_assigned", default="Given to ${to}"),
        "journal.mail_queued": _("journal_mail_queued", default="Mail sent: ${subject}"),
    }
)
