"""Deleting an item: asked twice, and refused with every reason."""

from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.core.workflow.wording import sentence
from commune.meeting.i18n import _
from commune.meeting.workflow.deletion import against_deleting_item, delete_item
from commune.meeting.workflow.place import body_of


class DeleteItem(Acting):
    """``@@delete-item``: what stands against it, or the question; its POST deletes."""

    page_title = _("Delete the item")
    template = ViewPageTemplateFile("delete.pt")

    def __call__(self) -> Any:
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self, form: Any) -> None:
        self.home, title = body_of(self.context).absolute_url(), self.context.title
        delete_item(self.context, current_actor(self.context))
        self.done = _("item_deleted", default="“${title}” is deleted.", mapping={"title": title})

    def next(self) -> str:
        return str(self.home)

    def page(self) -> Any:
        return self.template()

    @property
    def reasons(self) -> list[str]:
        """Why the reader may not delete it now."""
        refusals = against_deleting_item(self.context, current_actor(self.context))
        return [sentence(one, self.request) for one in refusals]

    @property
    def copies(self) -> int:
        """How many items were copied from this one, and will stand alone."""
        return len(self.context.successors)
