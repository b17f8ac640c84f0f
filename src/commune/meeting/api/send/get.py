"""GET @send: the bodies that receive items from the body of this one, and why one may not send it there now."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.refused import refusal_json
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.sending import ways


class GetSend(Service):
    """One line for each body."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@send",
            "bodies": [
                {
                    "body": way.body.getId(),
                    "title": way.body.title,
                    "refusals": [refusal_json(one, self.request) for one in way.refusals],
                }
                for way in ways(self.context, current_actor(self.context))
            ],
        }
