"""POST @urgency: enter the vote on urgency of an item."""

from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, TEXTS, body
from commune.core.api.refused import refusal_json
from commune.core.workflow.actor import current_actor
from commune.meeting.api.urgency.urgency_json import urgency_json
from commune.meeting.workflow import urgency


class PostUrgency(Act):
    """Body: ``{"in_favour": [member…], "motivation": text}``; ``rejected`` tells why the item left the agenda."""

    takes = body(in_favour=TEXTS, motivation=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        favour = wish.get("in_favour", [])
        if not isinstance(favour, list):
            raise BadRequest("in_favour: a list of members")
        text = str(wish.get("motivation", ""))
        found = urgency.enter(self.context, map(str, favour), text, current_actor(self.context))
        return {**urgency_json(self.context), "rejected": [refusal_json(one, self.request) for one in found]}
