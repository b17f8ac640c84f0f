"""What the signed-in citizen sent, and began."""

from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.content.clock import BRUSSELS
from commune.core.workflow.actor import current_actor
from commune.eguichet.i18n import _
from commune.eguichet.workflow.drafts import drafts_of, procedure_of
from commune.eguichet.workflow.own_requests import requests_of
from commune.eguichet.workflow.progress import standing


class MyRequests(BrowserView):
    """``@@my-requests``."""

    page_title = _("My requests")

    @property
    def anonymous(self) -> bool:
        return bool(api.user.is_anonymous())

    def requests(self) -> list[dict[str, Any]]:
        return [
            {
                "url": f"{one.absolute_url()}/@@follow",
                "title": one.title,
                "reference": one.reference,
                "standing": standing(one),
                "day": one.deposited_at.astimezone(BRUSSELS).strftime("%d/%m/%Y"),
                "waits": one.state == "waiting_citizen",
            }
            for one in requests_of(current_actor())
        ]

    def drafts(self) -> list[dict[str, Any]]:
        found = [(one, procedure_of(one)) for one in drafts_of(current_actor())]
        return [
            {
                "url": f"{procedure.absolute_url()}/@@form?draft={one.token}",
                "title": procedure.title,
                "saved": one.draft.saved_at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M"),
                "until": one.draft.expires_at.astimezone(BRUSSELS).strftime("%d/%m/%Y"),
            }
            for one, procedure in found
            if procedure is not None
        ]
