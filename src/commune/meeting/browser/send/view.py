"""Sending an item to another body by hand: on its page, one button for each body that may receive it now."""

from functools import cached_property
from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.sending import send_by_hand, ways


class Send(BrowserView):
    """``@@send``: macro ``panel``, with the bodies to which the reader may send the item now."""

    template = ViewPageTemplateFile("panel.pt")

    @property
    def macros(self) -> object:
        return self.template.macros

    @cached_property
    def open(self) -> list[Any]:
        return [way.body for way in ways(self.context, current_actor(self.context)) if not way.refusals]


class SendAct(Acting):
    """POST ``@@send-act`` with ``body``: the id of the body that receives the item."""

    anchor = "#send"
    done = _("The item is sent.")
    fields = {"body": "send"}

    def act(self, form: Any) -> None:
        send_by_hand(self.context, str(form.get("body", "")), current_actor(self.context))
