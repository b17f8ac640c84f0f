"""The labels of an item as JSON."""

from typing import Any

from zope.i18n import translate

from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.labels import label_lines


def labels_json(item: Any, request: Any) -> dict[str, Any]:
    """Those that the caller sees, with whether they are on and whether he or she may change them now."""
    lines = label_lines(item, current_actor(item))
    return {
        "@id": f"{item.absolute_url()}/@labels",
        "labels": [vars(line) | {"title": str(translate(line.title, context=request))} for line in lines],
    }
