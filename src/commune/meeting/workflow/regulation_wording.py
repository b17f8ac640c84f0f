"""The sentences of refusals about the register of regulations and that of requests for erasure."""

from commune.core.workflow.wording import Wording
from commune.meeting.i18n import _

REGULATIONS = Wording(
    {
        "erasures.about": _("refusal_erasures_about", default="Say which page or which item it is about."),
        "erasures.answer": _("refusal_erasures_answer", default="The answer is: granted, or refused."),
        "erasures.answered": _("refusal_erasures_answered", default="This request was answered on ${day}."),
        "erasures.asked_by": _("refusal_erasures_asked", default="Say who asks."),
        "erasures.reason": _("refusal_erasures_reason", default="Say why it is refused."),
        "erasures.received": _("refusal_erasures_received", default="Say on which day, not to come, it was received."),
        "erasures.unknown": _("refusal_erasures_unknown", default="There is no request ${number}."),
        "publication.contact": _("refusal_publication_contact", default="This is no e-mail address: ${found}"),
        "publication.line": _("refusal_publication_line", default="This line is not of the form key = value: ${found}"),
        "regulations.already_made": _(
            "refusal_regulations_made", default="A text of the register was already made from this item."
        ),
        "regulations.already_superseded": _(
            "refusal_regulations_superseded",
            default="Text ${text} is already replaced: replace ${last}, the last one of the chain.",
        ),
        "regulations.chain_broken": _(
            "refusal_regulations_chain", default="The chain of publications is broken at entry ${entry}."
        ),
        "regulations.circle": _(
            "refusal_regulations_circle", default="Text ${text} comes after this one: it cannot be replaced by it."
        ),
        "regulations.closed_item": _(
            "refusal_regulations_closed", default="What was decided in closed session is not published."
        ),
        "regulations.no_authority": _("refusal_regulations_authority", default="Choose who adopted the text."),
        "regulations.no_day": _("refusal_regulations_day", default="This is no day: ${found}"),
        "regulations.no_kind": _("refusal_regulations_kind", default="Choose the kind of text."),
        "regulations.no_title": _("refusal_regulations_title", default="Give the text a title."),
        "regulations.no_document": _(
            "refusal_regulations_document", default="Write the text, or add a file that may be published."
        ),
        "regulations.no_instant": _("refusal_regulations_instant", default="This is no day and hour: ${found}"),
        "regulations.no_moment": _(
            "refusal_regulations_no_moment", default="Say on which day and at what hour it will be published."
        ),
        "regulations.not_adopted": _("refusal_regulations_adopted", default="The item is not adopted."),
        "regulations.not_being_written": _(
            "refusal_regulations_writing", default="The text is no longer being written. Send it back first."
        ),
        "regulations.not_decided": _("refusal_regulations_decided", default="Say on which day it was decided."),
        "regulations.not_keeper": _("refusal_regulations_keeper", default="Only those who keep the register do this."),
        "regulations.planned_in_the_past": _(
            "refusal_regulations_past", default="The publication is planned for a moment that is past."
        ),
        "regulations.proof_changed": _(
            "refusal_regulations_proof", default="The proof of publication of ${number} was changed."
        ),
        "regulations.proof_lost": _(
            "refusal_regulations_lost", default="The proof of publication of ${number} is gone."
        ),
        "regulations.text_altered": _(
            "refusal_regulations_altered", default="Text ${number} is no longer what was published."
        ),
        "regulations.tutelle_running": _(
            "refusal_regulations_tutelle",
            default="The supervisory authority has not approved it, and its delay is not over.",
        ),
        "regulations.unknown": _("refusal_regulations_unknown", default="The register has no text ${number}."),
    }
)
