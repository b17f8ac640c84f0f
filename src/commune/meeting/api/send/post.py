"""POST @send: send the item to another body by hand."""

from typing import Any

from AccessControl import getSecurityManager

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body
from commune.core.workflow.actor import current_actor
from commune.meeting.api.items.item_json import item_json
from commune.meeting.workflow.sending import send_by_hand


class PostSend(Act):
    """Body: ``{"body": id}``; the answer tells the copy, with its fields for whoever may read it there."""

    takes = body("body", body=TEXT)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        copy = send_by_hand(self.context, wish["body"], current_actor(self.context))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", copy.absolute_url())
        readable = getSecurityManager().checkPermission("View", copy)
        return item_json(copy) if readable else {"@id": copy.absolute_url(), "UID": copy.UID()}
