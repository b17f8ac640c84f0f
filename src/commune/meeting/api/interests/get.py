"""GET @interests: who declared an interest in an item."""

from typing import Any

from plone.restapi.services import Service

from commune.core.workflow.actor import current_actor
from commune.meeting.api.interests.interests_json import interests_json


class GetInterests(Service):
    """What the caller may know of it."""

    def reply(self) -> dict[str, Any]:
        return interests_json(self.context, current_actor(self.context))
