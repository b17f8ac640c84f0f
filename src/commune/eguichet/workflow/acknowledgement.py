"""The acknowledgement: what was received, when, how it goes on. Never a national number, never a file."""

from typing import Any

from commune.core.content.clock import BRUSSELS
from commune.eguichet.i18n import _
from commune.eguichet.workflow.citizen_mails import in_words, post, words_of

SUBJECT = _("mail_acknowledgement_subject", default="${reference}: we have received your request")
TEXT = _(
    "mail_acknowledgement",
    default=(
        "Hello,\n\nWe received your request “${procedure}” on ${day} at ${hour}.\n\n"
        "Your reference: ${reference}\nYour access code: ${code}\n\n"
        "Keep them: with the reference, the code and this mail address you follow your request here:\n${url}\n\n"
        "${expected}\n\n${authority}"
    ),
)
EXPECTED = _("mail_expected", default="You may expect an answer by ${due} at the latest.")


def acknowledge(request: Any, code: str, due: str = "") -> None:
    """Send the acknowledgement, in the language of the request; nothing without an address."""
    at = request.deposited_at.astimezone(BRUSSELS)
    known = {**words_of(request), "code": code, "day": f"{at:%d/%m/%Y}", "hour": f"{at:%H:%M}"}
    expected = in_words(EXPECTED, request.language, due=due) if due else ""
    text = in_words(TEXT, request.language, **known, expected=expected)
    post(request, in_words(SUBJECT, request.language, **known), text)
