"""What the history of items and meetings says of each act."""

from commune.core.workflow.wording import Wording
from commune.meeting.i18n import _

JOURNAL = Wording(
    {
        "journal.agenda_moved": _("journal_agenda_moved", default="Agenda: order changed"),
        "journal.attendance": _("journal_attendance", default="Attendance of items noted"),
        "journal.configured": _("journal_configured", default="Settings changed"),
        "journal.copied": _("journal_copied", default="Copied"),
        "journal.copied_from": _("journal_copied_from", default="Copied from another item"),
        "journal.copy_deleted": _("journal_copy_deleted", default="Copy deleted"),
        "journal.edited": _("journal_edited", default="Edited"),
        "journal.file_missing": _("journal_file_missing", default="A file was no longer there"),
        "journal.imported": _("journal_imported", default="Imported from a file"),
        "journal.item_deleted": _("journal_item_deleted", default="Item deleted"),
        "journal.item_left_behind": _("journal_item_left_behind", default="An item could not follow the meeting"),
        "journal.item_published_again": _("journal_item_republished", default="Item published again"),
        "journal.item_unpublished": _("journal_item_unpublished", default="Item taken off the publication"),
        "journal.mail_tested": _("journal_mail_tested", default="Mail tried, not sent"),
        "journal.members_set": _("journal_members_set", default="Attendance of the meeting noted"),
        "journal.minutes_approved": _("journal_minutes_approved", default="Minutes approved"),
        "journal.minutes_edited": _("journal_minutes_edited", default="Minutes: part rewritten"),
        "journal.minutes_written": _("journal_minutes_written", default="Minutes written from the data"),
        "journal.opinion_confidential": _("journal_opinion_confidential", default="Opinion: confidentiality changed"),
        "journal.opinion_restored": _("journal_opinion_restored", default="Opinion: back to the one before"),
        "journal.opinion_written": _("journal_opinion_written", default="Opinion being written"),
        "journal.origin_deleted": _("journal_origin_deleted", default="The item it was copied from was deleted"),
        "journal.origin_reopened": _("journal_origin_reopened", default="The decision on its origin is open again"),
        "journal.poll_added": _("journal_poll_added", default="Poll added"),
        "journal.poll_deleted": _("journal_poll_deleted", default="Poll deleted"),
        "journal.poll_kind_changed": _("journal_poll_kind_changed", default="Kind of poll changed"),
        "journal.proposed": _("journal_proposed", default="Proposed"),
        "journal.recurring": _("journal_recurring", default="Recurring item added"),
        "journal.recurring_failed": _("journal_recurring_failed", default="Recurring item failed"),
        "journal.requested": _("journal_requested", default="Asked for by another dossier"),
        "journal.secret_votes_entered": _("journal_secret_votes", default="Counts of a secret ballot recorded"),
        "journal.sending_stopped": _("journal_sending_stopped", default="Sending stopped on the way"),
        "journal.settings_changed": _("journal_settings_changed", default="Settings changed"),
        "journal.votes_entered": _("journal_votes_entered", default="Votes recorded"),
    }
)
