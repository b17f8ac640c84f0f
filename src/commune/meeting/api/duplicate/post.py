"""POST @duplicate: copy an item of the body."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import FLAG, TEXT, TEXTS, body
from commune.core.workflow.actor import current_actor
from commune.core.workflow.units import unit_uid
from commune.meeting.api.items.item_json import item_json
from commune.meeting.workflow.duplicates import duplicate


class PostDuplicate(Act):
    """Body: ``{"unit": code, "annexes": [uid…], "link": true}``; without unit, the service stays."""

    takes = body(unit=TEXT, annexes=TEXTS, link=FLAG)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        unit = (unit_uid(str(wish["unit"])) or "-") if wish.get("unit") else ""
        annexes = [str(uid) for uid in wish.get("annexes", ())]
        new = duplicate(self.context, current_actor(self.context), unit, annexes, bool(wish.get("link", True)))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", new.absolute_url())
        return item_json(new)
