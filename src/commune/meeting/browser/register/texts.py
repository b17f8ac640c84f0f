"""The register as its keepers see it: every text with its state, a new one, and whether the proofs hold."""

from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.workflow.actor import current_actor
from commune.core.workflow.wording import sentence
from commune.meeting.browser.register.view import Reading
from commune.meeting.i18n import _
from commune.meeting.workflow.choosing import Choice, Chosen, chosen
from commune.meeting.workflow.proofs import acts, faults
from commune.meeting.workflow.register import rows
from commune.meeting.workflow.regulation_writing import new
from commune.meeting.workflow.regulations import STATES, keeps, reviewed


class Texts(Acting, Reading):
    """``@@texts``; POST with ``title``, ``kind``, ``authority`` begins a text and leads to its form."""

    page_title = _("Keep the register")
    template = ViewPageTemplateFile("texts.pt")
    fields = {"title": "text-title", "kind": "text-kind", "authority": "text-authority"}

    def __call__(self) -> Any:
        self.actor = current_actor(self.context)
        if not keeps(self.actor):
            raise NotFound("texts")
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self, form: Any) -> None:
        self.made = new(self.context, {name: form.get(name) for name in self.fields}, self.actor)

    def next(self) -> str:
        return f"{self.made.absolute_url()}/edit"

    def page(self) -> Any:
        return self.template()

    @property
    def found(self) -> Chosen:
        return chosen(rows(everything=True), Choice.read(self.request.form))

    def state(self, state: str) -> Any:
        return STATES.get(state, state)

    @property
    def reviewed(self) -> bool:
        return reviewed()

    @property
    def publications(self) -> int:
        return len(acts(self.context))

    @property
    def faults(self) -> list[str]:
        """What no longer is as it was published."""
        return [sentence(one, self.request) for one in faults(self.context)]

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)
