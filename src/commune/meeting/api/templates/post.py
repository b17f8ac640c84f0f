"""POST @templates: begin an item from a template."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body
from commune.core.workflow.actor import current_actor
from commune.core.workflow.units import unit_uid
from commune.meeting.api.items.item_json import item_json
from commune.meeting.workflow.duplicates import from_template


class PostTemplate(Act):
    """Body: ``{"template": uid, "unit": code}``."""

    takes = body(template=TEXT, unit=TEXT)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        unit = unit_uid(str(wish.get("unit", ""))) or ""
        item = from_template(self.context, str(wish.get("template", "")), unit, current_actor(self.context))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", item.absolute_url())
        return item_json(item)
