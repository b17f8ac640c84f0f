"""POST @permits: open a permit from a payload."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.interface import alsoProvides

from commune.core.api.refused import refused
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.urbanism.api.permit_json import permit_json
from commune.urbanism.workflow.intake import enter, may_open


class PostPermit(Service):
    """Body: the payload of the module's README. 400 with every fault at its key, 409 for another service."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        actor = current_actor()
        try:
            permit = enter(json_body(self.request), actor, "counter")
        except Refused as refusal:
            return refused(self, refusal.refusals, 400 if may_open(actor) else 409)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", permit.absolute_url())
        return permit_json(permit)
