"""GET @publication: what citizens see of a meeting, and what became of each item."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.publication.publication_json import publication_json


class GetPublication(Service):
    """For managers of the body."""

    def reply(self) -> dict[str, Any]:
        return publication_json(self.context)
