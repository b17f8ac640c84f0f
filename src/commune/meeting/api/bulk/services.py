"""@lists of a body: its codes with their titles; @export: its meetings and items, one a line."""

import json
from typing import Any

from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from zope.component import getMultiAdapter

from commune.core.api.contract import Misread
from commune.core.api.pages import ASKS, page
from commune.core.api.refused import refused
from commune.core.content.happenings import bounds
from commune.meeting.workflow.code_lists import code_lists

LINES = "application/x-ndjson"


class GetLists(Service):
    """Codes never change; titles may, and what is no longer chosen stays, marked ``retired``."""

    def reply(self) -> dict[str, Any]:
        return {"@id": f"{self.context.absolute_url()}/@lists", "version": "1.0", **code_lists(self.context)}


class GetExport(Service):
    """Everything that the caller reads, the newest first, in pages of ``limit`` lines: ``Link`` tells the next one,
    ``Events-After`` from where ``@events`` goes on (take that of the first page)."""

    asks = ASKS

    def reply(self) -> Any:
        site, response = api.portal.get(), self.request.response
        query = {"portal_type": ["meeting", "meeting_item"], "path": "/".join(self.context.getPhysicalPath())}
        try:
            found = page(self, query, lambda brain: brain)
        except Misread as misread:
            return refused(self, misread.refusals, 400)
        response.setHeader("Events-After", str(bounds(site)[1]))
        if found["next"]:
            response.setHeader("Link", f'<{found["next"]}>; rel="next"')
        self.content_type = LINES
        return [self._line(brain.getObject()) for brain in found["items"]]

    def _line(self, one: Any) -> str:
        facts = getMultiAdapter((one, self.request), ISerializeToJson)()
        return json.dumps(facts, ensure_ascii=False, sort_keys=True)

    def render(self) -> Any:
        self.check_permission()
        found = self.reply()
        told = "".join(f"{line}\n" for line in found) if isinstance(found, list) else json.dumps(found)
        self.request.response.setHeader("Content-Type", self.content_type)
        return told.encode()
