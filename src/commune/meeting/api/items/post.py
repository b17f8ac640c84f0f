"""POST @items: propose an item to a body."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.refused import refusal_json
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.api.items.item_json import item_json
from commune.meeting.workflow.proposals import propose


class PostItem(Act):
    """Body: ``{"unit": code, "fields": {…}, "transitions": [id…]}``.

    The transitions are tried in order and stop softly at the first that is refused: the item stays, the
    answer says why.
    """

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        unit = unit_uid(str(wish.get("unit", ""))) or ""
        item = propose(self.context, unit, wish.get("fields", {}), actor)
        warnings = []
        for transition in wish.get("transitions", ()):
            try:
                IProcess(item).perform(current_actor(item), str(transition))
            except Refused as refusal:
                warnings = [refusal_json(reason, self.request) for reason in refusal.refusals]
                break
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", item.absolute_url())
        return {**item_json(item), "warnings": warnings}
