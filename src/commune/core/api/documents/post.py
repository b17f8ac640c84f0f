"""POST @documents: make a document and keep it in the dossier."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.interface import alsoProvides

from commune.core.api.annexes.annex_json import annex_json
from commune.core.api.refused import refused
from commune.core.content.refused import Refused
from commune.core.documents.generation import generate


class PostDocument(Service):
    """Body: ``{"document": id, "format": "odt"|"pdf"}``; 201 with the annex, 409 with all reasons."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        wish = json_body(self.request)
        try:
            annex = generate(self.context, str(wish.get("document", "")), str(wish.get("format", "odt")))
        except Refused as refusal:
            return refused(self, refusal.refusals)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", annex.absolute_url())
        return annex_json(annex)
