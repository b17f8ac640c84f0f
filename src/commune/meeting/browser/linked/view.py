"""The items linked to one by hand: on its page, and the screen that finds and links others."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.linked import find_items, link, linked_items, may_link, unlink


class Linked(BrowserView):
    """``@@linked``: macro ``panel``. What the reader may not open is counted, and not named."""

    template = ViewPageTemplateFile("panel.pt")

    @property
    def macros(self) -> object:
        return self.template.macros

    @cached_property
    def may(self) -> bool:
        return may_link(self.context)

    @cached_property
    def items(self) -> list[Any]:
        return linked_items(self.context)

    @property
    def seen(self) -> list[Any]:
        return [one for one in self.items if api.user.has_permission("View", obj=one)]

    @property
    def hidden(self) -> int:
        return len(self.items) - len(self.seen)


class LinkItems(BrowserView):
    """``@@link-items``: words that find items, and those to be linked."""

    template = ViewPageTemplateFile("link.pt")
    title = _("Link to other items")

    def __call__(self) -> Any:
        if not may_link(self.context):
            raise NotFound()
        return self.template()

    @property
    def words(self) -> str:
        return str(self.request.form.get("q", "")).strip()

    @cached_property
    def found(self) -> list[Any]:
        """What may still be linked."""
        known = {self.context.UID(), *self.context.links}
        return [brain for brain in find_items(self.words) if brain.UID not in known]


class LinkAct(Acting):
    """POST ``@@link-act`` with ``items`` (uids), or ``away`` (the uid that leaves the group)."""

    anchor = "#linked"
    fields = {"items": "linked"}

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        if form.get("away"):
            unlink(self.context, str(form["away"]), actor)
            self.done = _("The link is taken away.")
        else:
            link(self.context, form.get("items", ()), actor)
            self.done = _("The items are linked.")
