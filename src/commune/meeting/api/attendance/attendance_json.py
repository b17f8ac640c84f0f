"""The attendance of a meeting as JSON."""

from typing import Any

from AccessControl import getSecurityManager

from commune.meeting.content.session import session_store, sheet_of
from commune.meeting.rules.attendance import item_presents, item_voters
from commune.meeting.workflow.place import items_on


def attendance_json(meeting: Any) -> dict[str, Any]:
    """Members in their order, then what each item that the caller may read says differently."""
    sheet = sheet_of(meeting)
    check = getSecurityManager().checkPermission
    readable = {item.UID() for item in items_on(meeting) if check("View", item)}
    return {
        "@id": f"{meeting.absolute_url()}/@attendance",
        "version": session_store(meeting).version,
        "members": [
            {
                "uid": member.uid,
                "presence": member.presence.value,
                "voter": member.voter,
                "rank": member.rank,
                "remote": member.remote,
                "weight": member.weight,
            }
            for member in sheet.members
        ],
        "proxies": [{"giver": proxy.giver, "holder": proxy.holder} for proxy in sheet.proxies],
        "items": [
            {
                "uid": item.uid,
                "away": {uid: {"out": away.out.value, "cause": away.cause.value} for uid, away in item.away.items()},
                "present": list(item_presents(sheet, item.uid)),
                "voters": list(item_voters(sheet, item.uid)),
            }
            for item in sheet.items
            if item.uid in readable
        ],
    }
