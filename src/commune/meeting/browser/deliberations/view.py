"""The numbers of deliberations of a body, year by year, with the gaps explained."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.content.clock import today
from commune.core.rules.dates import long_date
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.i18n import _
from commune.meeting.workflow.deliberations import Line, register
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import state_title

DELETED = "deleted"


class Deliberations(BrowserView):
    """``@@deliberations?year=2027``; for managers only: it names items of the closed session."""

    page_title = _("Numbers of deliberations")
    page = ViewPageTemplateFile("deliberations.pt")

    def __call__(self) -> Any:
        actor = current_actor(self.context)
        if not oversees(actor, self.context):
            raise NotFound("deliberations")
        return self.page()

    @cached_property
    def year(self) -> int:
        """The year asked, this one when none is."""
        return whole(self.request.form.get("year"), today().year)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(line) for line in register(self.context, self.year)]

    def _row(self, line: Line) -> dict[str, Any]:
        item = by_uid(line.item)
        gap = _("Deleted") if line.gap == DELETED else state_title(line.gap, settings_of(self.context))
        return {
            "number": line.number,
            "day": long_date(line.day, api.portal.get_current_language()),
            "title": item.title if item is not None else "",
            "url": item.absolute_url() if item is not None else "",
            "gap": gap if line.gap else "",
        }
