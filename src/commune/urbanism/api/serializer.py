"""GET of a permit: whole for who reads the whole of it, what and where for an adviser."""

from typing import Any

from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.interface import implementer

from commune.core.workflow.actor import current_actor
from commune.urbanism.api.permit_json import permit_json, restricted_json
from commune.urbanism.content.permit import IPermit
from commune.urbanism.interfaces import IUrbanismLayer
from commune.urbanism.workflow.access import sees_all


@implementer(ISerializeToJson)
@adapter(IPermit, IUrbanismLayer)
class PermitSerializer:
    def __init__(self, context: Any, request: Any) -> None:
        self.context = context

    def __call__(self, version: str | None = None, include_items: bool = True) -> dict[str, Any]:
        whole = sees_all(self.context, current_actor(self.context))
        return permit_json(self.context) if whole else restricted_json(self.context)
