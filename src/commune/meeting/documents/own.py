"""Documents that a body adds: the data of one of the suite's, in a template of the body, under a condition."""

from dataclasses import replace
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.documents.registry import Document
from commune.core.interfaces import IDossier, IOwnDocuments
from commune.core.rules.conditions import evaluate
from commune.meeting.content.item import IMeetingItem
from commune.meeting.documents.agenda import WHOLE as AGENDA
from commune.meeting.documents.attendance import ATTENDANCE
from commune.meeting.documents.convocation import CONVOCATION
from commune.meeting.documents.deliberation import EXTRACT
from commune.meeting.documents.minutes import WHOLE as MINUTES
from commune.meeting.documents.votes import VOTES
from commune.meeting.rules.bodies import OwnDocument
from commune.meeting.workflow.access import meeting_facts
from commune.meeting.workflow.opinions import facts_for_conditions
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import word

FACTS = {
    "extract": EXTRACT,
    "agenda": AGENDA,
    "convocation": CONVOCATION,
    "minutes": MINUTES,
    "attendance": ATTENDANCE,
    "votes": VOTES,
}


def own_id(body: Any, document: str) -> str:
    """The id of a document of the body, under which its template is kept."""
    return f"meeting.own.{body.UID()}.{document}"


def made(body: Any, own: OwnDocument) -> Document:
    """The document as the suite makes them: whoever is not offered its data is not offered it either."""
    model = FACTS[own.facts]

    def offered(dossier: Any) -> bool:
        on_item = IMeetingItem.providedBy(dossier)
        facts = facts_for_conditions(dossier) if on_item else meeting_facts(dossier)
        return bool(model.condition(dossier)) and evaluate(own.condition, facts)

    formats = ("odt", "pdf") if own.pdf else ("odt",)
    return replace(model, id=own_id(body, own.id), title=word(own.title), condition=offered, formats=formats)


@implementer(IOwnDocuments)
@adapter(IDossier)
class BodyDocuments:
    """Those of the body that an item or a meeting belongs to."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def documents(self) -> tuple[Document, ...]:
        if self.context.portal_type not in ("meeting", "meeting_item"):
            return ()
        body = body_of(self.context)
        return tuple(made(body, own) for own in settings_of(self.context).body.documents)
