"""From a decided item to the text of the register that it adopts, in one action."""

from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.vocabularies import REGULATION_KINDS
from commune.meeting.i18n import _
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.register import against_making, from_item, made_from


class MakeRegulation(Acting):
    """POST ``@@make-regulation`` with ``kind``: the new text, ready to be completed."""

    done = _("The text is in the register. Complete it, then publish it.")

    def act(self, form: Any) -> None:
        self.made = from_item(self.context, current_actor(self.context), str(form.get("kind") or "regulation"))

    def next(self) -> str:
        return str(self.made.absolute_url())


class Panel(BrowserView):
    """``@@regulation-panel``: in ``macros`` the panel of an item, for its managers."""

    template = ViewPageTemplateFile("panel.pt")

    @property
    def macros(self) -> Any:
        return self.template.macros

    @property
    def shown(self) -> bool:
        return oversees(current_actor(self.context), self.context) and (self.offered or self.made is not None)

    @property
    def offered(self) -> bool:
        return not against_making(self.context)

    @property
    def made(self) -> Any:
        """The text already made from the item."""
        return by_uid(made_from(self.context))

    @property
    def kinds(self) -> list[tuple[str, Any]]:
        return list(REGULATION_KINDS.items())
