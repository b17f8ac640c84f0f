"""GET @items on a body: the items that the caller may read; on an item: that item."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import BadRequest

from commune.core.api.contract import TEXT, Misread
from commune.core.api.etags import told
from commune.core.api.pages import ASKS, counted, page
from commune.core.api.refused import refused
from commune.core.workflow.full_text import found_by_words
from commune.meeting.api.items.item_json import item_json

QUERIES = (
    "review_state", "item_category", "item_privacy", "item_meeting", "responsible_unit", "SearchableText",
    "external_id",
)  # fmt: skip


class GetItems(Service):
    """In pages, the newest first; filters (names of the indexes): state, category, privacy, meeting, unit, text, id."""

    asks = dict.fromkeys(QUERIES, TEXT) | ASKS

    def reply(self) -> dict[str, Any]:
        query = {name: self.request.form[name] for name in QUERIES if name in self.request.form}
        query |= {"portal_type": "meeting_item", "path": "/".join(self.context.getPhysicalPath())}
        words = str(query.pop("SearchableText", ""))
        found = found_by_words(words, query)
        if words and not found:
            raise BadRequest("SearchableText: it holds no word")
        query |= found
        try:
            return page(self, query, _row) | {"items_total": counted(query)}
        except Misread as misread:
            return refused(self, misread.refusals, 400)


def _row(brain: Any) -> dict[str, Any]:
    return {
        "@id": brain.getURL(),
        "uid": brain.UID,
        "title": brain.Title,
        "state": brain.review_state,
        "reference": brain.dossier_reference,
        "category": brain.item_category,
        "meeting": brain.item_meeting,
    }


class GetItem(Service):
    """One item, whole, with the version of it (``ETag``)."""

    def reply(self) -> Any:
        return told(self, item_json(self.context))
