"""POST @parcels: add parcels to a permit."""

from typing import Any

from commune.core.api.contract import TEXT, body
from commune.urbanism.api.permit_json import parcel_json
from commune.urbanism.api.whole import Edit
from commune.urbanism.workflow.editing import add_parcels


class PostParcels(Edit):
    """Body: ``{"parcels": "B 12 B 2, C 14"}``, as people type them; all or none."""

    takes = body(parcels=TEXT)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        added = add_parcels(self.context, self.actor, wish.get("parcels", ""))
        self.request.response.setStatus(201)
        return {"items": [parcel_json(record) for record in added]}
