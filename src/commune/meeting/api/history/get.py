"""GET @history on an item: its timeline, and what was changed since the agenda was frozen."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.refused import refusal_json
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.history import since_frozen, timeline
from commune.meeting.workflow.reading import hides_decision


class GetHistory(Service):
    """As the caller may know it: no hidden opinion, no decision under writing."""

    def reply(self) -> dict[str, Any]:
        actor = current_actor(self.context)
        changed, warnings = ({}, ()) if hides_decision(self.context, actor) else since_frozen(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@history",
            "items": timeline(self.context, actor),
            "since_frozen": changed,
            "warnings": [refusal_json(refusal, self.request) for refusal in warnings],
        }
