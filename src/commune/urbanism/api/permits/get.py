"""GET @permits: the permits that the caller may see, read from the catalog."""

from typing import Any

from plone import api
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service

from commune.core.api.contract import COUNT, TEXT
from commune.core.api.day_json import iso

FILTERS = {"state": "review_state", "parcel": "permit_parcels", "street": "permit_streets"}


class GetPermits(Service):
    """Parameters ``state``, ``parcel`` (a whole key), ``street``, ``reference`` and ``b_start``, ``b_size``."""

    asks = {name: TEXT for name in (*FILTERS, "reference")} | {"b_start": COUNT, "b_size": COUNT}

    def reply(self) -> dict[str, Any]:
        form = self.request.form
        query = {index: form[name] for name, index in FILTERS.items() if form.get(name)}
        if form.get("reference"):
            query["dossier_reference"] = form["reference"]
        found = api.portal.get_tool("portal_catalog")(
            portal_type="permit", sort_on="permit_deposited", sort_order="descending", **query
        )
        batch = HypermediaBatch(self.request, found)
        return {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "items": [self._summary(brain) for brain in batch],
        }

    def _summary(self, brain: Any) -> dict[str, Any]:
        return {
            "@id": brain.getURL(),
            "UID": brain.UID,
            "reference": brain.dossier_reference or None,
            "state": brain.review_state,
            "address": brain.permit_address or "",
            "deposited": _day(brain.permit_deposited),
            "next_due": _day(brain.next_due),
        }


def _day(value: Any) -> str | None:
    return iso(value) if hasattr(value, "isoformat") else None
