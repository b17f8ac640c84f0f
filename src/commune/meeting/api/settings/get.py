"""GET @settings: the configuration of a body; @settings-schema: the JSON Schema of such documents."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.rules.bodies import json_schema


class GetSettings(Service):
    """The whole configuration as one JSON document."""

    def reply(self) -> dict[str, Any]:
        return self.context.document


class GetSchema(Service):
    """JSON Schema 2020-12 of a body's configuration."""

    def reply(self) -> dict[str, Any]:
        return json_schema()
