"""The documents of a body over a period: index of the register, attendance, minutes."""

from functools import cached_property
from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.transitions import FIELDS, REFUSALS, sentences
from commune.core.content.clock import today
from commune.core.content.refused import Refused
from commune.core.documents.pdf import available
from commune.core.documents.registry import offered
from commune.core.workflow.actor import current_actor
from commune.meeting.browser.paper.paper import Paper
from commune.meeting.i18n import _
from commune.meeting.workflow.attendance_statistics import read_period
from commune.meeting.workflow.place import oversees

PLACES = {"from": "period-from", "until": "period-until", "document": "period-document", "format": "period-form"}


class BodyPapers(BrowserView):
    """``@@body-papers``: which document, which days; for managers of the body."""

    page_title = _("Documents over a period")
    page = ViewPageTemplateFile("period.pt")

    def __call__(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("body-papers")
        return self.page()

    @cached_property
    def documents(self) -> list[Any]:
        return offered(self.context)

    @property
    def forms(self) -> list[str]:
        return ["pdf", "odt"] if available() else ["odt"]

    def day(self, name: str) -> str:
        """What was typed, else the year until now."""
        now = today()
        usual = {"from": f"{now.year}-01-01", "until": now.isoformat()}
        return str(self.request.form.get(name) or usual[name])

    @property
    def errors(self) -> list[Any]:
        return list(sentences(self.request, REFUSALS))


class BodyPaper(Paper):
    """``@@body-paper?id=meeting.register&form=odt&from=2027-01-01&until=2027-12-31``."""

    def __call__(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("body-paper")
        return super().__call__()

    def asked(self) -> dict[str, Any]:
        form = self.request.form
        first, last = read_period(str(form.get("from", "")), str(form.get("until", "")), today())
        return {"first": first, "last": last}

    def refused(self, refused: Refused) -> Any:
        self.request.set(REFUSALS, refused.refusals)
        self.request.set(FIELDS, PLACES)
        self.request.response.setStatus(409)
        return self.context.restrictedTraverse("@@body-papers")()
