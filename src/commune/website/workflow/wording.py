"""Sentences of what the module refuses or warns about."""

from commune.core.workflow.wording import Wording
from commune.website.i18n import _

EDITORIAL = {
    "editorial.alt_missing": _(
        "editorial_alt_missing",
        default="An image has no alternative text. Describe it in a few words, or mark it as decorative.",
    ),
    "editorial.heading_skipped": _(
        "editorial_heading_skipped", default="A heading of level ${level} comes where level ${expected} was expected."
    ),
    "editorial.heading_empty": _("editorial_heading_empty", default="A heading is empty."),
    "editorial.link_empty": _("editorial_link_empty", default="A link has no text."),
    "editorial.link_vague": _(
        "editorial_link_vague", default="The link “${text}” does not say where it leads: name the page."
    ),
    "editorial.new_window": _("editorial_new_window", default="A link opens a new window: avoid it, or say it."),
    "editorial.table_without_header": _("editorial_table_without_header", default="A table has no header cells."),
    "editorial.capitals": _("editorial_capitals", default="A paragraph is in capitals, which are hard to read."),
    "editorial.colour_only": _("editorial_colour_only", default="A sentence names a colour: not everybody sees it."),
}
STATEMENT = {
    "statement.status": _("statement_status", default="Choose the status of the declaration."),
    "statement.method": _("statement_method", default="Choose the method of evaluation."),
    "statement.reason": _("statement_reason", default="Choose why a part does not conform."),
    "statement.full_with_faults": _(
        "statement_full_with_faults", default="A site that conforms fully has no part that does not."
    ),
    "statement.faults_missing": _("statement_faults_missing", default="Say which parts do not conform."),
    "statement.in_future": _("statement_in_future", default="A date of the declaration lies in the future."),
}
WEBSITE = Wording({**EDITORIAL, **STATEMENT})
