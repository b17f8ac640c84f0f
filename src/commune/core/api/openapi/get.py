"""GET @openapi: the services of the suite on this site, described in OpenAPI 3.1."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.openapi.registrations import operations
from commune.core.content.authority import authority
from commune.core.rules.openapi import describe

VERSION = "1.0"
"""Grows with each change that a caller may notice."""


class GetOpenApi(Service):
    """Made from the registrations and from what each service declares; for anybody."""

    def reply(self) -> dict[str, Any]:
        name = authority().name or self.context.title
        return describe(f"{name} – API", self.context.absolute_url(), VERSION, operations(self.request))
