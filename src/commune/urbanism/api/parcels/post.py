"""POST @parcels: add parcels to a permit."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from zope.interface import alsoProvides

from commune.core.api.refused import refused
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.urbanism.api.permit_json import parcel_json
from commune.urbanism.api.whole import WholeService
from commune.urbanism.workflow.editing import add_parcels, edit_refusals


class PostParcels(WholeService):
    """Body: ``{"parcels": "B 12 B 2, C 14"}``, as people type them; all or none."""

    def answer(self, actor: Actor) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            added = add_parcels(self.context, actor, str(json_body(self.request).get("parcels", "")))
        except Refused as refusal:
            return refused(self, refusal.refusals, 409 if edit_refusals(self.context, actor) else 400)
        self.request.response.setStatus(201)
        return {"items": [parcel_json(record) for record in added]}
