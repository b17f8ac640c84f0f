"""Mails of the authority: plain text, after commit, by the outbox; an act never fails because of one."""

import smtplib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from email.message import EmailMessage
from email.utils import formataddr, formatdate, make_msgid
from typing import Any

from plone import api
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.interfaces import IMailSchema
from Products.MailHost.MailHost import MailHostError
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer

from commune.core.content.authority import authority
from commune.core.content.journal import Journal
from commune.core.i18n import _
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.outbox import ITransport, put

CHANNEL = "mail"
GATHERING: ContextVar[list[dict[str, Any]] | None] = ContextVar("mails kept to be sent as one", default=None)


def send(to: str | Iterable[str], subject: str, body: str, about: Any = None, reply_to: str = "") -> None:
    """Queue a text mail from the authority, one to each address; an empty address is left out.

    ``about``: the dossier in whose journal the sending is noted. Write nothing personal or
    confidential into ``body`` (NTF-4). Nothing leaves if the transaction is abandoned.
    """
    addresses = [to] if isinstance(to, str) else list(to)
    gathering = GATHERING.get()
    for address in dict.fromkeys(address.strip() for address in addresses):
        if address:
            payload = {"to": address, "subject": " ".join(subject.split()), "body": body, "reply_to": reply_to}
            if gathering is None:
                put(api.portal.get(), CHANNEL, payload)
            else:
                gathering.append(payload)
            if about is not None:
                Journal(about).note("mail_queued", SYSTEM.userid, to=address, subject=payload["subject"])


@contextmanager
def gathered() -> Iterator[list[dict[str, Any]]]:
    """While it lasts mails are kept, in the list it gives; at its end each address gets one, whatever was told.

    Who takes something back takes its mails out of the list; nothing is sent when an error leaves it.
    """
    kept: list[dict[str, Any]] = []
    token = GATHERING.set(kept)
    try:
        yield kept
    finally:
        GATHERING.reset(token)
    around = GATHERING.get()
    for address in dict.fromkeys(one["to"] for one in kept):
        summary = _summary([one for one in kept if one["to"] == address])
        if around is None:
            put(api.portal.get(), CHANNEL, summary)
        else:
            around.append(summary)


def _summary(mails: list[dict[str, Any]]) -> dict[str, Any]:
    """One mail that tells what several would have; a single one stays as it is."""
    if len(mails) == 1:
        return mails[0]
    subject = _("mail_summary", default="${count} messages: ${first}…", mapping={
        "count": len(mails), "first": mails[0]["subject"]})  # fmt: skip
    said = str(translate(subject, target_language=api.portal.get_default_language()))
    body = "\n\n".join(f"{one['subject']}\n{one['body']}" for one in mails)
    return {"to": mails[0]["to"], "subject": said, "body": body, "reply_to": mails[0]["reply_to"]}


def message(payload: Mapping[str, Any]) -> EmailMessage:
    """The mail as it leaves."""
    mail = EmailMessage()
    mail["From"] = sender()
    mail["To"] = payload["to"]
    mail["Subject"] = payload["subject"]
    mail["Date"] = formatdate()
    mail["Message-ID"] = make_msgid(domain="commune.invalid")
    mail["Auto-Submitted"] = "auto-generated"
    if payload.get("reply_to"):
        mail["Reply-To"] = payload["reply_to"]
    mail.set_content(payload["body"])
    return mail


def sender() -> str:
    """Name and address of the authority, by the site's mail settings."""
    settings = getUtility(IRegistry).forInterface(IMailSchema, prefix="plone", check=False)
    name = getattr(authority(), "name", "") or settings.email_from_name or ""
    return formataddr((name, settings.email_from_address or getattr(authority(), "email", "") or ""))


@implementer(ITransport)
class MailTransport:
    """The way out by the site's MailHost."""

    faults = (smtplib.SMTPException, OSError, MailHostError)

    def send(self, payload: Mapping[str, Any]) -> None:
        mail = message(payload)
        api.portal.get_tool("MailHost").send(mail, mto=payload["to"], mfrom=sender(), immediate=True)


MAIL = MailTransport()
