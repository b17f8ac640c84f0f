"""PATCH @item, or an item itself: its fields, changed in the version that was read."""

from collections.abc import Callable
from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NAMED, Misread, body
from commune.core.api.etags import facts_tag
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.api.items.item_json import item_json
from commune.meeting.workflow.editing import change_item
from commune.meeting.workflow.values import MISREAD


class PatchItem(Act):
    """Body: ``{"fields": {…}}``, with ``If-Match``: the item as it then is; one wrong field, and nothing is changed."""

    takes = body("fields", fields=NAMED)
    versioned = True

    def act(self, wish: dict[str, Any]) -> Any:
        return changed(self, lambda: change_item(self.context, wish["fields"], current_actor(self.context)))


class PatchItemItself(PatchItem):
    """Body: the fields; 204, the whole item for who asks ``Prefer: return=representation``."""

    takes = NAMED
    gives = (204,)

    def act(self, wish: dict[str, Any]) -> Any:
        found = super().act({"fields": wish})
        whole = self.request.getHeader("Prefer") == "return=representation"
        return found if whole else self.reply_no_content()


def changed(service: Any, change: Callable[[], Any], facts: Callable[[Any], Any] = item_json) -> Any:
    """Do the change and tell what there is then, with its version; a field that cannot be read answers 400."""
    try:
        change()
    except Refused as refusal:
        if any(one.code in MISREAD for one in refusal.refusals):
            raise Misread(*refusal.refusals) from refusal
        raise
    found = facts(service.context)
    service.request.response.setHeader("ETag", facts_tag(found))
    return found
