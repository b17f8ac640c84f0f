"""Mails of the authority: plain text, after commit, by the outbox; an act never fails because of one."""

import smtplib
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from email.utils import formataddr, formatdate, make_msgid
from typing import Any

from plone import api
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.interfaces import IMailSchema
from Products.MailHost.MailHost import MailHostError
from zope.component import getUtility
from zope.interface import implementer

from commune.core.content.authority import authority
from commune.core.content.journal import Journal
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.outbox import ITransport, put

CHANNEL = "mail"


def send(to: str | Iterable[str], subject: str, body: str, about: Any = None, reply_to: str = "") -> None:
    """Queue a text mail from the authority, one to each address; an empty address is left out.

    ``about``: the dossier in whose journal the sending is noted. Write nothing personal or
    confidential into ``body`` (NTF-4). Nothing leaves if the transaction is abandoned.
    """
    addresses = [to] if isinstance(to, str) else list(to)
    for address in dict.fromkeys(address.strip() for address in addresses):
        if address:
            payload = {"to": address, "subject": " ".join(subject.split()), "body": body, "reply_to": reply_to}
            put(api.portal.get(), CHANNEL, payload)
            if about is not None:
                Journal(about).note("mail_queued", SYSTEM.userid, to=address, subject=payload["subject"])


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
