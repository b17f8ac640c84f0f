"""Permanent identifiers of public things lead to where they are read now (303, as for things that are no documents)."""

from typing import Any

from plone import api
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.website.rules.identifiers import KINDS, owner
from commune.website.rules.negotiation import HTML, chosen
from commune.website.workflow.meetings import council, find

SEE_OTHER = 303


@implementer(IPublishTraverse)
class Identifier(BrowserView):
    """``uri/<kind>/<part>…``."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.parts: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.parts.append(name)
        return self

    def __call__(self) -> str:
        if len(self.parts) < 2 or self.parts[0] not in KINDS:
            raise NotFound("/".join(self.parts))
        form = chosen(self.request.getHeader("Accept") or "", str(self.request.form.get("format") or ""))
        end = "" if form == HTML else f"?format={form}"
        response = self.request.response
        response.setHeader("Vary", "Accept")
        response.setHeader("Access-Control-Allow-Origin", "*")
        response.redirect(self._page(*owner(self.parts[0], self.parts[1])) + end, status=SEE_OTHER)
        return ""

    def _page(self, what: str, uid: str) -> str:
        meeting = find(uid) if what == "meeting" else None
        if what == "item":
            rows = api.portal.get_tool("portal_catalog")(portal_type="council_meeting", public_items=uid)
            if rows:
                return f"{rows[0].getURL()}/@@item/{uid}"
        if what == "" and council(make=False) is not None:
            return str(council().absolute_url())
        if meeting is None:
            raise NotFound(uid)
        return str(meeting.absolute_url())
