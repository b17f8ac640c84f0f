"""The links of an item as JSON."""

from typing import Any

from plone import api

from commune.meeting.workflow.linked import linked_items, may_link


def linked_json(item: Any) -> dict[str, Any]:
    """What the reader may not open is a placeholder: it is there, and nothing more is said."""
    return {
        "@id": f"{item.absolute_url()}/@linked-items",
        "may_link": may_link(item),
        "items": [_line(other) for other in linked_items(item)],
    }


def _line(other: Any) -> dict[str, Any]:
    if not api.user.has_permission("View", obj=other):
        return {"hidden": True}
    return {
        "hidden": False,
        "@id": other.absolute_url(),
        "UID": other.UID(),
        "title": other.title,
        "state": other.state,
    }
