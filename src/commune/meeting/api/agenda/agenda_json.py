"""The agenda as JSON: the items that the caller may read, in their order."""

from typing import Any

from AccessControl import getSecurityManager

from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.agenda import numbering


def agenda_json(meeting: Any) -> dict[str, Any]:
    """Version and entries of the agenda; of an unreadable item nothing is said, not even that it is there."""
    check = getSecurityManager().checkPermission
    lines = []
    for uid, number in numbering(meeting.agenda).items():
        item = by_uid(uid)
        if item is not None and check("View", item):
            lines.append({
                "number": str(number),
                "@id": item.absolute_url(),
                "uid": uid,
                "title": item.title,
                "state": item.state,
                "list_type": item.list_type,
                "privacy": item.privacy,
                "category": item.category,
                "reference": item.reference,
                "readable": True,
            })  # fmt: skip
    return {
        "@id": f"{meeting.absolute_url()}/@agenda",
        "state": meeting.state,
        "version": meeting.agenda.version,
        "items": lines,
    }
