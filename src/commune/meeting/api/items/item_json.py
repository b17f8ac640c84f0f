"""An item as JSON: its fields, where it stands, what it is linked to."""

from typing import Any

from zope.schema import getFields

from commune.meeting.content.item import IMeetingItem
from commune.meeting.workflow.agenda import number_of
from commune.meeting.workflow.texts import raw


def item_json(item: Any) -> dict[str, Any]:
    """Every field with its plain value; texts are HTML."""
    return {
        "@id": item.absolute_url(),
        "uid": item.UID(),
        "state": item.state,
        "version": item.version,
        "reference": item.reference,
        "number": number_of(item),
        "meeting": item.meeting,
        "predecessor": item.predecessor,
        "deliberation_number": item.deliberation_number,
        "fields": {name: plain_value(item, name) for name in getFields(IMeetingItem)},
    }


def plain_value(item: Any, name: str) -> Any:
    """A field value that JSON can hold."""
    value = getattr(item, name, None)
    if hasattr(value, "raw"):
        return raw(item, name)
    return value if value is None or isinstance(value, (str, bool, int, list)) else str(value)
