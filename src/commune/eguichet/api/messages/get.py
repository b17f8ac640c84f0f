"""GET @messages of a request."""

from typing import Any

from plone import api
from plone.restapi.services import Service

from commune.eguichet.api.messages.message_json import thread_json


class GetMessages(Service):
    """The thread, for who may read the request."""

    def reply(self) -> dict[str, Any]:
        staff = api.user.has_permission("commune.core: Use the back office")
        return {"@id": f"{self.context.absolute_url()}/@messages", "items": thread_json(self.context, staff)}
