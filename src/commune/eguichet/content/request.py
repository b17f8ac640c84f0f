"""A request: what a citizen sent, frozen with its form, and how it was treated."""

from dataclasses import dataclass
from datetime import date, datetime

from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import Dossier
from commune.eguichet.i18n import _
from commune.eguichet.interfaces import IRequestContent
from commune.eguichet.rules.case_links import CaseLink
from commune.eguichet.rules.requests import HandOver


@dataclass(frozen=True)
class Question:
    """What the service asked and until when; ``answered_at`` once the citizen answered."""

    text: str
    due_at: datetime
    asked_at: datetime
    answered_at: datetime | None = None
    reminders: int = 0


@dataclass(frozen=True)
class Decision:
    """The end of the matter. ``outcome`` is a state of the machine; texts as the citizen reads them."""

    outcome: str
    text: str
    day: date
    motivation: str = ""
    appeal: str = ""


@dataclass(frozen=True)
class HandedOver:
    """The dossier of another module that treats the request.

    ``kind`` is what was asked; without ``link`` nobody answered yet. ``reference`` is the dossier's own.
    """

    kind: str
    asked_at: datetime
    link: CaseLink | None = None
    reference: str = ""
    accepted_at: datetime | None = None

    @property
    def standing(self) -> HandOver:
        if self.link is None:
            return HandOver.WAITING
        return HandOver.DECIDED if self.link.decided else HandOver.HANDED_OVER


class IRequest(model.Schema):
    """A request is filled by its form and by acts, never edited."""

    title = schema.TextLine(title=_("Title"))


@implementer(IRequest, IRequestContent)
class Request(Dossier):
    """A request.

    ``raw`` are the answers as posted and ``values`` as read (``rules.answers``), frozen with the form's id and
    version; ``requester`` is the user id of a signed-in citizen; ``code_hash`` opens the anonymous follow-up.
    """

    # Never typed: see the note in the core's Dossier.
    description = ""
    procedure = ""
    procedure_title = ""
    form_id = ""
    form_version = 0
    raw = None
    values = None
    language = "fr"
    channel = "web"
    deposited_at = None
    requester = ""
    mail = ""
    birth_date = None
    code_hash = ""
    suspect = False
    mail_failed = False
    closed_at = None
    question = None
    decision = None
    handed_over = None
    transfer_target = ""
    promises = ()

    @property
    def hand_over(self) -> HandOver:
        """Where the request stands with the dossier of another module."""
        return self.handed_over.standing if self.handed_over else HandOver.NONE
