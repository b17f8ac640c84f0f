"""The settings of the publications of a body, for its managers."""

from functools import cached_property
from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.publication_settings import FLAGS, NAMES, PAIRS, TEXTS, write, written

LINES = (
    ("categories", _("Categories, as citizens read them"), _("One on each line: key = words")),
    ("representatives", _("Who answers for a service"), _("One on each line: code of the service = name")),
    ("retention_years", _("Years for which an item is public"), _("One on each line: category = years")),
    ("robots", _("Search engines are asked not to index"), _("One on each line: category = noindex")),
    (NAMES, _("Names of persons to look for"), _("One on each line")),
)


class PublicationSettings(Acting):
    """``@@publication-settings``; POST keeps what is written."""

    page_title = _("Settings of the publications")
    done = _("Recorded.")
    template = ViewPageTemplateFile("settings.pt")
    fields = {f"publication/{name}": f"set-{name}" for name in (*TEXTS, *FLAGS, *PAIRS, NAMES)} | {
        name: f"set-{name}" for name in (*TEXTS, *FLAGS, *PAIRS, NAMES)
    }
    lines = LINES

    def __call__(self) -> Any:
        self.actor = current_actor(self.context)
        if not oversees(self.actor, self.context):
            raise NotFound("publication-settings")
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self, form: Any) -> None:
        write(self.context, form, self.actor)

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@publication-settings"

    def page(self) -> Any:
        return self.template()

    @cached_property
    def now(self) -> dict[str, Any]:
        """What is shown: what was typed after a refusal, else what is kept."""
        kept = written(self.context)
        if self.request.method != "POST":
            return kept
        return {name: self.request.form.get(name, "") for name in kept}

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)
