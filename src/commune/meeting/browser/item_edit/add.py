"""Writing a new item for a body, in the name of one's service."""

from typing import Any

from plone.dexterity.browser.add import DefaultAddForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.workflow.actor import current_actor
from commune.core.workflow.creation import create
from commune.meeting.browser.item_edit.edit import arrange
from commune.meeting.browser.item_edit.fields import bare, shown
from commune.meeting.i18n import _
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.proposing import units_of
from commune.meeting.workflow.settings import settings_of

LATER = frozenset({"list_type", "poll_type", "observations", "marginal_notes", "notes", "insert_as_normal"})


class ItemAdd(DefaultAddForm):
    """Only for the services in which one is creator; offered to nobody else."""

    portal_type = "meeting_item"
    template = ViewPageTemplateFile("form.pt")
    label = page_title = _("Write an item")

    def updateFields(self) -> None:
        super().updateFields()
        self.settings, self.actor = settings_of(self.context), current_actor(self.context)
        units = units_of(self.actor, self.context)
        if not units:
            raise NotFound("add-item")
        arrange(self, shown(self.settings) - LATER, units)

    def update(self) -> None:
        # the folder of a body lists no type to be added: who may write an item follows from functions
        super(DefaultAddForm, self).update()

    def createAndAdd(self, data: Any) -> Any:
        values = {bare(name): value for name, value in data.items()}
        agenda = self.settings.body.agenda
        fields = {"privacy": agenda.default_privacy, "to_discuss": agenda.to_discuss, **values}
        item = create(items_folder(self.context), self.portal_type, **fields)
        self.immediate_view = item.absolute_url()
        return item

    def nextURL(self) -> str:
        return str(self.immediate_view or self.context.absolute_url())
