"""The items of a body sent to others: those whose outcome is awaited, those whose outcome is known."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.rules.dates import long_date
from commune.core.workflow.lookup import by_uid
from commune.meeting.i18n import _
from commune.meeting.rules.sending import SentItem, pending_and_known
from commune.meeting.workflow.sending import sent_items
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import state_title


class SentItems(BrowserView):
    """``@@sent-items``: of the items that the reader may read."""

    page_title = _("Sent to other bodies")
    page = ViewPageTemplateFile("sent.pt")

    def __call__(self) -> Any:
        return self.page()

    @cached_property
    def _lists(self) -> tuple[tuple[SentItem, ...], tuple[SentItem, ...]]:
        may = api.user.has_permission
        return pending_and_known([one for one in sent_items(self.context) if may("View", obj=by_uid(one.uid))])

    @property
    def pending(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in self._lists[0]]

    @property
    def known(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in self._lists[1]]

    def _row(self, one: SentItem) -> dict[str, Any]:
        item, there, back = by_uid(one.uid), self.context.aq_parent.get(one.body), one.returned
        return {
            "title": item.title,
            "url": item.absolute_url(),
            "body": there.title if there is not None else one.body,
            "outcome": state_title(back.outcome, settings_of(there)) if back and there is not None else "",
            "day": long_date(back.day, api.portal.get_current_language()) if back else "",
            "number": (back.deliberation or back.number) if back else "",
        }
