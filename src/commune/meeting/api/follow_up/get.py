"""GET @follow-up: what became of a decision."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.follow_up.follow_up_json import follow_up_json


class GetFollowUp(Service):
    """For all readers of the item."""

    def reply(self) -> dict[str, Any]:
        return follow_up_json(self.context)
