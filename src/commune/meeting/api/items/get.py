"""GET @items on a body: the items that the caller may read; on an item: that item."""

from typing import Any

from plone import api
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from Products.ZCTextIndex.ParseTree import ParseError
from zExceptions import BadRequest

from commune.core.api.contract import COUNT, TEXT
from commune.meeting.api.items.item_json import item_json

QUERIES = ("review_state", "item_category", "item_privacy", "item_meeting", "responsible_unit", "SearchableText")


class GetItems(Service):
    """Batched list from the catalog; filters: state, category, privacy, meeting, unit, text (indexes' names)."""

    asks = dict.fromkeys(QUERIES, TEXT) | {"b_start": COUNT, "b_size": COUNT}

    def reply(self) -> dict[str, Any]:
        query = {name: self.request.form[name] for name in QUERIES if name in self.request.form}
        order = {"sort_on": "modified", "sort_order": "descending"}
        try:
            brains = api.content.find(context=self.context, portal_type="meeting_item", **order, **query)
        except ParseError as error:
            raise BadRequest(f"SearchableText: {error}") from error
        batch = HypermediaBatch(self.request, brains)
        return {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "items": [
                {
                    "@id": brain.getURL(),
                    "uid": brain.UID,
                    "title": brain.Title,
                    "state": brain.review_state,
                    "reference": brain.dossier_reference,
                    "category": brain.item_category,
                    "meeting": brain.item_meeting,
                }
                for brain in batch
            ],
        }


class GetItem(Service):
    """One item, whole."""

    def reply(self) -> dict[str, Any]:
        return item_json(self.context)
