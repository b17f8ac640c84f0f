"""An item as JSON: its fields, where it stands, what it is linked to."""

from datetime import date
from typing import Any

from zope.schema import getFields

from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules.sending import SentItem
from commune.meeting.workflow.agenda import number_of
from commune.meeting.workflow.labels import shown_labels
from commune.meeting.workflow.reading import asked_advisers, hidden_fields, text_for
from commune.meeting.workflow.sending import returned

CURRENCY = "EUR"


def item_json(item: Any) -> dict[str, Any]:
    """Every field that the caller reads with its plain value; texts are HTML, amounts decimal in ``currency``."""
    hidden = hidden_fields(item)
    return {
        "@id": item.absolute_url(),
        "@type": item.portal_type,
        "UID": item.UID(),
        "uid": item.UID(),
        "state": item.state,
        "version": item.version,
        "reference": item.reference,
        "number": number_of(item),
        "meeting": item.meeting,
        "predecessor": item.predecessor,
        "deliberation_number": item.deliberation_number,
        "minutes_of": item.minutes_of,
        "sent": [sent_json(sent) for sent in returned(item)],
        "external_id": item.external_id or "",
        "responsible_unit": item.responsible_unit,
        "currency": CURRENCY,
        "fields": {name: plain_value(item, name) for name in getFields(IMeetingItem) if name not in hidden}
        | {"optional_advisers": asked_advisers(item), "labels": shown_labels(item)},
        "hidden_fields": sorted(hidden),
    }


def sent_json(sent: SentItem) -> dict[str, Any]:
    """What another body made of the item; nothing of its texts, which are read there."""
    back = sent.returned
    if back is None:
        return {"body": sent.body, "outcome": None}
    return {
        "body": sent.body,
        "outcome": back.outcome,
        "day": back.day.isoformat(),
        "number": back.number,
        "deliberation_number": back.deliberation,
    }


def plain_value(item: Any, name: str) -> Any:
    """A field value that JSON can hold."""
    value = getattr(item, name, None)
    if hasattr(value, "raw"):
        return text_for(item, name)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, (str, bool, int, list)) else str(value)
