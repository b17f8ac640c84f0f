"""POST @messages of a request: ``{"text"}``, from the citizen or from the service."""

from typing import Any

from plone import api
from zExceptions import NotFound

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body
from commune.core.workflow.actor import current_actor
from commune.eguichet.api.messages.message_json import thread_json
from commune.eguichet.workflow.conversation import Writing, write_as_citizen, write_as_service


class PostMessage(Act):
    """Who may edit the request writes for the service, the citizen who sent it for himself, nobody else."""

    takes = body(text=TEXT)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor, writing = current_actor(), Writing(str(wish.get("text", "")))
        staff = api.user.has_permission("Modify portal content", obj=self.context)
        if staff:
            write_as_service(self.context, actor, writing)
        elif actor.userid and actor.userid == self.context.requester:
            write_as_citizen(self.context, actor, writing)
        else:
            raise NotFound()
        self.request.response.setStatus(201)
        return thread_json(self.context, staff)[-1]
