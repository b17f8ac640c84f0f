"""GET @procedures and @procedures/<id>: what the visitor may read of the catalogue."""

from typing import Any

from plone import api
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.eguichet.api.procedures.cpsv import procedure_json, summary_json


@implementer(IPublishTraverse)
class GetProcedures(Service):
    """The list by title, or one sheet as JSON-LD."""

    parts = ("{procedure}",)
    wanted = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.wanted = name
        return self

    def reply(self) -> dict[str, Any]:
        query = {"portal_type": "procedure", "sort_on": "sortable_title"}
        brains = api.portal.get_tool("portal_catalog")(**query)
        if not self.wanted:
            return {"@id": f"{self.context.absolute_url()}/@procedures", "items": [summary_json(one) for one in brains]}
        found = next((one for one in brains if one.getId == self.wanted), None)
        if found is None:
            raise NotFound(self.wanted)
        return procedure_json(found.getObject())
