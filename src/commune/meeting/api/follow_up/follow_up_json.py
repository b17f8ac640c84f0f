"""What became of a decision, as JSON."""

from typing import Any

from commune.core.api.day_json import iso
from commune.core.content.clock import today
from commune.meeting.rules.followup import NEEDED, PROVIDED, executable_on
from commune.meeting.workflow.follow_up import deadline_of, standing
from commune.meeting.workflow.texts import raw


def follow_up_json(item: Any) -> dict[str, Any]:
    """Follow-up asked and given, and the track of the supervisory authority; tasks are under ``@tasks``."""
    track, deadline, labels = item.supervision, deadline_of(item), item.labels or ()
    return {
        "@id": f"{item.absolute_url()}/@follow-up",
        "needed": NEEDED in labels,
        "provided": PROVIDED in labels,
        "needed_text": raw(item, "needed_follow_up"),
        "provided_text": raw(item, "provided_follow_up"),
        "supervision": {
            "standing": standing(item),
            "kind": track.kind,
            "sent": iso(track.sent),
            "received": iso(track.received),
            "prorogation": track.prorogation,
            "due": iso(deadline.due),
            "source": deadline.figure.source,
            "confidence": deadline.figure.confidence,
            "answered": iso(track.answered),
            "answer": track.answer,
            "executable_on": iso(executable_on(track, deadline, today()) if track.sent else None),
        },
    }
