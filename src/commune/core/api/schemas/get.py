"""GET @schemas: the published forms of what the services tell; @schemas/<name>: one as JSON Schema 2020-12."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import NotFound
from zope.component import getUtilitiesFor, queryUtility
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.interfaces import IPublishedSchema


@implementer(IPublishTraverse)
class GetSchemas(Service):
    """For anybody; ``@schemas/<name>/<version>`` too, as long as that major version is told."""

    parts = ("{schema}",)
    steps: tuple[str, ...] = ()

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.steps = (*self.steps, name)
        return self

    def reply(self) -> dict[str, Any]:
        here = f"{self.context.absolute_url()}/@schemas"
        if not self.steps:
            known = sorted(getUtilitiesFor(IPublishedSchema))
            return {"@id": here, "items": [{"@id": f"{here}/{name}", "version": one.version} for name, one in known]}
        name, *version = self.steps
        schema = queryUtility(IPublishedSchema, name)
        if schema is None or version not in ([], [schema.version]):
            raise NotFound("/".join(self.steps))
        return dict(schema.document(f"{here}/{name}"))
