"""POST @interests: declare an interest in an item, or take a declaration back."""

from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.api.interests.interests_json import interests_json
from commune.meeting.workflow.interests import declare, take_back

ACTS = {"declare": declare, "take_back": take_back}


class PostInterest(Act):
    """Body: ``{"do": "declare" | "take_back", "member": seat}``; a member names no other seat than his or hers."""

    takes = body("do", do=one_of(*ACTS), member=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        if wish.get("do") not in ACTS:
            raise BadRequest(f"do: one of {', '.join(ACTS)}")
        ACTS[wish["do"]](self.context, str(wish.get("member", "")), actor)
        return interests_json(self.context, actor)
