"""The templates of a body, for its managers: the list, and beginning a new one."""

from typing import Any

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.duplicates import new_template, templates
from commune.meeting.workflow.place import oversees


class ItemTemplates(Acting):
    """``@@item-templates``; POST with ``title`` makes a template and leads to its form."""

    page_title = _("Item templates")
    template = ViewPageTemplateFile("templates.pt")
    fields = {"title": "template-title"}

    def __call__(self) -> Any:
        self.actor = current_actor(self.context)
        if not oversees(self.actor, self.context):
            raise NotFound("item-templates")
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self, form: Any) -> None:
        self.made = new_template(self.context, str(form.get("title", "")), self.actor)

    def next(self) -> str:
        return f"{self.made.absolute_url()}/edit"

    def page(self) -> Any:
        return self.template()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each template with the services it is for."""
        names = Names()
        return [
            {
                "title": one.title,
                "url": one.absolute_url(),
                "services": ", ".join(names.unit(uid) for uid in one.services or ()),
                "editable": not one.permanent and api.user.has_permission("Modify portal content", obj=one),
            }
            for one in templates(self.context, self.actor)
        ]

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)
