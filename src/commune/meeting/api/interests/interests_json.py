"""Declarations of interest of an item as JSON."""

from typing import Any

from commune.core.workflow.actor import Actor
from commune.meeting.workflow.interests import declared, members_for, own_seat, recalled, still_in
from commune.meeting.workflow.place import oversees


def interests_json(item: Any, actor: Actor) -> dict[str, Any]:
    """Everything for managers; a member finds his or her own declaration only, others nothing."""
    manages, own, known = oversees(actor, item), own_seat(item, actor), members_for(item)
    shown = [uid for uid in declared(item) if manages or (own is not None and own.uid == uid)]
    return {
        "@id": f"{item.absolute_url()}/@interests",
        "declared": [{"member": uid, "name": known[uid].name if uid in known else uid} for uid in shown],
        "own_seat": own.uid if own is not None else None,
        "still_present": list(still_in(item)) if manages else [],
        "recalled": [
            {"member": one.seat.uid, "name": one.seat.name, "item": one.item.UID()}
            for one in (recalled(item) if manages else ())
        ],
    }
