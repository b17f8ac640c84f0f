"""GET @linked-items: the items linked to one by hand."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.linked.linked_json import linked_json


class GetLinked(Service):
    """In the order of their meetings."""

    def reply(self) -> dict[str, Any]:
        return linked_json(self.context)
