"""A meeting as JSON: its fields, its state, its number."""

from datetime import date, datetime
from typing import Any

from zope.schema import getFields

from commune.core.workflow.actor import current_actor
from commune.meeting.content.meeting import IMeeting
from commune.meeting.workflow.meeting_deadlines import deadlines_of
from commune.meeting.workflow.place import aware, body_of, oversees
from commune.meeting.workflow.texts import raw

MANAGERS_ONLY = frozenset({"notes", "closed_observations"})


def meeting_json(meeting: Any) -> dict[str, Any]:
    """What the caller reads of a meeting; its items are told by ``@agenda``."""
    due = deadlines_of(meeting)
    hidden = frozenset() if oversees(current_actor(meeting), meeting) else MANAGERS_ONLY
    return {
        "@id": meeting.absolute_url(),
        "@type": meeting.portal_type,
        "UID": meeting.UID(),
        "uid": meeting.UID(),
        "title": meeting.title,
        "body": body_of(meeting).UID(),
        "state": meeting.state,
        "version": meeting.version,
        "number": meeting.number,
        "first_item_number": meeting.first_item_number,
        "validation_deadline": due.validation.isoformat(),
        "freeze_deadline": due.freeze.isoformat(),
        "fields": {name: _plain(meeting, name) for name in getFields(IMeeting) if name not in hidden},
    }


def _plain(meeting: Any, name: str) -> Any:
    value = getattr(meeting, name, None)
    if isinstance(value, datetime):
        return aware(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return raw(meeting, name) if hasattr(value, "raw") else value
