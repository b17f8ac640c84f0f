"""POST @labels: put labels on an item, or take them off."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import FLAG
from commune.core.workflow.actor import current_actor
from commune.meeting.api.labels.labels_json import labels_json
from commune.meeting.workflow.labels import set_labels


class PostLabels(Act):
    """Body: ``{label: true or false}``; 409 with every reason, and then none is changed."""

    takes = {"type": "object", "additionalProperties": FLAG, "minProperties": 1}

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        set_labels(self.context, wish, current_actor(self.context))
        return labels_json(self.context, self.request)
