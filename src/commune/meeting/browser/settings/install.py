"""A ready-made body installed in one action, on the page of all bodies."""

from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.rules.ready_made import names, ready_made
from commune.meeting.workflow.installation import install
from commune.meeting.workflow.titles import word


class InstallBody(BrowserView):
    """``@@install-body``: the ready-made bodies, and what the new one is called."""

    template = ViewPageTemplateFile("install.pt")

    def __call__(self) -> Any:
        return self.template()

    @property
    def profiles(self) -> list[tuple[str, Any]]:
        return [(name, word(ready_made(name).identity.title)) for name in names()]

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)

    @property
    def typed(self) -> dict[str, str]:
        return {name: str(self.request.form.get(name, "")) for name in ("profile", "body_id", "title", "code")}


class InstallAct(Acting):
    """POST ``@@install-body-act``."""

    fields = {"profile": "install-profile", "id": "install-id", "title": "install-title", "code": "install-code"}
    made: Any = None

    def act(self, form: Any) -> None:
        wish = [str(form.get(name, "")) for name in ("profile", "body_id", "title", "code")]
        self.made = install(api.portal.get(), wish[0], current_actor(), *wish[1:])
        self.done = _("The body is installed; its settings may now be changed.")

    def next(self) -> str:
        return f"{self.made.absolute_url()}/@@body-settings"

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@install-body")()
