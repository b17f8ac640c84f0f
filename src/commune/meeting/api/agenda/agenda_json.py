"""The agenda as JSON: items in order, those that the caller may not read as a number only."""

from typing import Any

from AccessControl import getSecurityManager

from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.agenda import numbering


def agenda_json(meeting: Any) -> dict[str, Any]:
    """Version and entries of the agenda; an unreadable item shows neither title nor address."""
    check = getSecurityManager().checkPermission
    lines = []
    for uid, number in numbering(meeting.agenda).items():
        item = by_uid(uid)
        line = {"number": str(number), "readable": False}
        if item is not None and check("View", item):
            line |= {
                "@id": item.absolute_url(),
                "uid": uid,
                "title": item.title,
                "state": item.state,
                "list_type": item.list_type,
                "privacy": item.privacy,
                "category": item.category,
                "reference": item.reference,
                "readable": True,
            }
        lines.append(line)
    return {
        "@id": f"{meeting.absolute_url()}/@agenda",
        "state": meeting.state,
        "version": meeting.agenda.version,
        "items": lines,
    }
