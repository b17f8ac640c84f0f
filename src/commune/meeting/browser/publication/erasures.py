"""The register of requests for erasure, for the managers of the body."""

from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.content.clock import today
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.rules.erasures import Erasure
from commune.meeting.workflow.erasures import answer, erasures, receive
from commune.meeting.workflow.place import oversees

ANSWERS = {"": _("Waits"), "granted": _("Granted"), "refused": _("Refused")}


class Erasures(Acting):
    """``@@erasures``; POST registers a request, or answers the one of ``number``."""

    page_title = _("Requests for erasure")
    done = _("Recorded.")
    template = ViewPageTemplateFile("erasures.pt")
    fields = {"received": "erasure-received", "asked_by": "erasure-asked", "about": "erasure-about"}

    def __call__(self) -> Any:
        self.actor = current_actor(self.context)
        if not oversees(self.actor, self.context):
            raise NotFound("erasures")
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self, form: Any) -> None:
        if "number" in form:
            answer(self.context, whole(form["number"], 0), str(form.get("answer")), str(form.get("reason")), self.actor)
        else:
            receive(self.context, form, self.actor)

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@erasures"

    def page(self) -> Any:
        return self.template()

    @property
    def rows(self) -> list[tuple[int, Erasure]]:
        return erasures(self.context)

    @property
    def today(self) -> str:
        return today().isoformat()

    def state(self, request: Erasure) -> Any:
        return ANSWERS[request.answer]

    def late(self, request: Erasure) -> bool:
        return not request.answer and request.due < today()

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)
