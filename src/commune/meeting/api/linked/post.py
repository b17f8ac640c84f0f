"""POST @linked-items: link an item to others, or take one out of its group."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, TEXTS, body
from commune.core.workflow.actor import current_actor
from commune.meeting.api.linked.linked_json import linked_json
from commune.meeting.workflow.linked import link, unlink


class PostLinked(Act):
    """Body: ``{"items": [uid, …]}``, or ``{"away": uid}``."""

    takes = body(items=TEXTS, away=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        if wish.get("away"):
            unlink(self.context, wish["away"], actor)
        else:
            link(self.context, wish.get("items", ()), actor)
        return linked_json(self.context)
