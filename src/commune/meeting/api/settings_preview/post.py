"""POST @settings-preview: what keeping a document would change, and what stands against it; nothing is kept."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NAMED
from commune.core.api.refused import refusal_json
from commune.meeting.workflow.settings_effects import preview


class PostPreview(Act):
    """Body: the whole document. Gives each changed place with both values, what happens to items, every refusal."""

    takes = NAMED
    kept = False

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        found = preview(self.context, wish)
        return {
            "changes": [{"place": one.place, "before": one.before, "after": one.after} for one in found.changes],
            "effects": [{"what": one.what, "name": one.name, "items": list(one.items)} for one in found.effects],
            "items_seen": found.seen,
            "all_items_seen": found.all_seen,
            "refusals": [refusal_json(one, self.request) for one in found.refusals],
        }
