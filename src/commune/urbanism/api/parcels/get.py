"""GET @parcels: the parcels of a permit."""

from typing import Any

from plone.restapi.services import Service

from commune.urbanism.api.permit_json import parcel_json
from commune.urbanism.content.places import parcels


class GetParcels(Service):
    """In order of entry; advisers read them too."""

    def reply(self) -> dict[str, Any]:
        items = [parcel_json(record) for record in parcels(self.context)]
        return {"@id": f"{self.context.absolute_url()}/@parcels", "items": items}
