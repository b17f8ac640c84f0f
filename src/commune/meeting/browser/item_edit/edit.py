"""Writing in an item: the fields that its body uses."""

from typing import Any

from plone.dexterity.browser.edit import DefaultEditForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.checkbox import CheckBoxFieldWidget

from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.meeting.browser.item_edit.fields import bare, choose_among, keep_only, shown
from commune.meeting.i18n import _
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.proposing import units_of
from commune.meeting.workflow.settings import settings_of

BOXES = ("send_to", "send_urgent", "send_closed", "optional_advisers", "services_in_charge", "associated_services")


def arrange(form: Any, names: frozenset[str], units: tuple[str, ...]) -> None:
    """Show those fields, the lists as check boxes, and let the service be one of ``units``."""
    keep_only(form, names)
    choose_among(form, units)
    for fields in (form.fields, *(group.fields for group in form.groups)):
        for name in fields:
            if bare(name) in BOXES:
                fields[name].widgetFactory = CheckBoxFieldWidget


class ItemEdit(DefaultEditForm):
    """``edit`` of an item; what is wrong is listed above the form, each line leading to its field."""

    template = ViewPageTemplateFile("form.pt")
    label = page_title = _("Edit the item")

    def updateFields(self) -> None:
        super().updateFields()
        settings, actor = settings_of(self.context), current_actor(self.context)
        mine = units_of(actor, body_of(self.context))
        here = self.context.responsible_unit
        arrange(self, shown(settings), mine if here in mine or not here else (here, *mine))

    def applyChanges(self, data: Any) -> Any:
        changes = super().applyChanges(data)
        if changes:
            names = sorted({bare(name) for fields in changes.values() for name in fields})
            Journal(self.context).note("edited", current_actor(self.context).userid, fields=names)
            self.context.version += 1
        return changes
