"""Titles of the journal's entries: ``journal.<kind>``, as each module may announce its own."""

from commune.core.i18n import _
from commune.core.workflow.wording import Wording

JOURNAL = Wording(
    {
        "journal.created": _("journal_created", default="Created"),
        "journal.remark": _("journal_remark", default="Remark"),
        "journal.transition": _("journal_transition", default="Moved"),
        "journal.annex_added": _("journal_annex_added", default="File added"),
        "journal.annex_replaced": _("journal_annex_replaced", default="File replaced"),
        "journal.annex_removed": _("journal_annex_removed", default="File removed"),
        "journal.annex_flags": _("journal_annex_flags", default="File: settings changed"),
    }
)
