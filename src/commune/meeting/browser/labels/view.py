"""The labels of an item on its page."""

from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.labels import LabelLine, label_lines, set_labels


class Labels(BrowserView):
    """``@@item-labels``: macro ``panel``."""

    template = ViewPageTemplateFile("panel.pt")

    @property
    def macros(self) -> object:
        return self.template.macros

    def lines(self) -> list[LabelLine]:
        return label_lines(self.context, current_actor(self.context))


class LabelAct(Acting):
    """POST ``@@label-act`` with the labels that are on; those shown as changeable and not sent are taken off."""

    anchor = "#labels"
    done = _("The labels are kept.")

    def act(self, form: Any) -> None:
        actor, sent = current_actor(self.context), form.get("labels", [])
        on = {sent} if isinstance(sent, str) else set(sent)
        lines = [line for line in label_lines(self.context, actor) if line.changes]
        set_labels(self.context, {line.id: line.id in on for line in lines}, actor)
