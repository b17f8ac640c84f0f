"""Mails to the citizen: that something is new and where to read it, never the matter itself."""

from dataclasses import dataclass
from typing import Any

from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.core.content.authority import authority
from commune.core.workflow.mail import send
from commune.eguichet.i18n import _


@dataclass(frozen=True)
class Letter:
    """Subject and text of a mail; both may use ``${reference}``, ``${procedure}``, ``${url}``, ``${authority}``."""

    subject: Message
    text: Message


SUBJECT = _("mail_subject", default="${reference}: news of your request")
LETTERS = {
    "question": Letter(
        _("mail_question_subject", default="${reference}: we need something from you"),
        _("mail_question_text", default="Your request “${procedure}” waits for an answer of yours, until ${due}."),
    ),
    "message": Letter(SUBJECT, _("mail_message_text", default="A message came about your request “${procedure}”.")),
    "decision": Letter(SUBJECT, _("mail_decision_text", default="Your request “${procedure}” is decided.")),
    "transfer": Letter(
        SUBJECT, _("mail_transfer_text", default="Your request “${procedure}” was sent to another authority.")
    ),
    "cancelled": Letter(SUBJECT, _("mail_cancelled_text", default="Your request “${procedure}” is cancelled.")),
    "unanswered": Letter(
        SUBJECT, _("mail_unanswered_text", default="Your request “${procedure}” was closed: we had no answer from you.")
    ),
}
FRAME = _(
    "mail_frame",
    default="Hello,\n\n${text}\n\nRead more and answer here: ${url}\nYour reference: ${reference}\n\n${authority}",
)


def follow_address(request: Any) -> str:
    """Where the citizen follows the request: the own page when signed in, else the page that asks for the code."""
    if request.requester:
        return f"{request.absolute_url()}/@@follow"
    return f"{api.portal.get().absolute_url()}/@@tracking?reference={request.reference}"


def tell_citizen(request: Any, kind: str, **data: str) -> None:
    """Send the citizen the letter of that kind, in the language of the request; nothing without an address."""
    letter = LETTERS[kind]
    known = {**words_of(request), **data}
    text = in_words(letter.text, request.language, **known)
    body = in_words(FRAME, request.language, **known, text=text)
    post(request, in_words(letter.subject, request.language, **known), body)


def words_of(request: Any) -> dict[str, str]:
    """What every letter may say of a request."""
    settings = authority()
    return {
        "reference": request.reference or "",
        "procedure": request.procedure_title,
        "url": follow_address(request),
        "authority": (settings.name if settings else "") or api.portal.get().title,
    }


def in_words(message: Message, language: str, **data: str) -> str:
    """The message with its data, in that language."""
    return str(translate(Message(message, mapping=data), target_language=language))


def post(request: Any, subject: str, body: str) -> None:
    """Leave the mail to the outbox: it goes once the transaction is kept."""
    if request.mail:
        send(request.mail, subject, body, about=request)
