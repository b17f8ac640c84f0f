"""What to look at in the publications of a body: a page for its managers, numbers for a monitor."""

from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.watch import KINDS, Signal, metrics, signals


class Watch(BrowserView):
    """``@@publication-watch``."""

    page_title = _("State of the publications")
    template = ViewPageTemplateFile("watch.pt")

    def __call__(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("publication-watch")
        return self.template()

    @property
    def signals(self) -> list[Signal]:
        return signals(self.context)

    def kind(self, signal: Signal) -> Any:
        return KINDS[signal.kind]


class Metrics(BrowserView):
    """``@@publication-metrics``: the same as numbers, for a monitor with an account of a manager."""

    def __call__(self) -> str:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("publication-metrics")
        self.request.response.setHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        return metrics(self.context)
