"""POST @transitions: move the dossier."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.interface import alsoProvides

from commune.core.api.refused import refused
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused


class PostTransition(Service):
    """Body: ``{"transition": id, "comment": text, "version": int}``; 409 with all reasons when refused."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        wish = json_body(self.request)
        process = IProcess(self.context)
        try:
            process.perform(
                current_actor(self.context), wish.get("transition", ""), wish.get("comment", ""), wish.get("version")
            )
        except Refused as refusal:
            return refused(self, refusal.refusals)
        return {"state": process.state, "version": self.context.version}
