"""Writing a text of the register, as long as it is being written."""

from typing import Any

from plone.dexterity.browser.edit import DefaultEditForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.meeting.browser.item_edit.fields import bare, keep_only
from commune.meeting.content.regulation import IRegulation
from commune.meeting.i18n import _


class RegulationEdit(DefaultEditForm):
    """``edit``; what is wrong is listed above the form, each line leading to its field."""

    template = ViewPageTemplateFile("../item_edit/form.pt")
    label = page_title = _("Edit the text")

    def updateFields(self) -> None:
        super().updateFields()
        keep_only(self, frozenset(IRegulation))

    def applyChanges(self, data: Any) -> Any:
        changes = super().applyChanges(data)
        if changes:
            names = sorted({bare(name) for fields in changes.values() for name in fields})
            Journal(self.context).note("edited", current_actor(self.context).userid, fields=names)
            self.context.version += 1
        return changes
