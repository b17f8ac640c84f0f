"""GET @urgency: the vote on urgency of an item."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.urgency.urgency_json import urgency_json


class GetUrgency(Service):
    """For all readers of the item."""

    def reply(self) -> dict[str, Any]:
        return urgency_json(self.context)
