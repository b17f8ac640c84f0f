"""The legal clock of a meeting as JSON."""

from typing import Any

from commune.core.api.day_json import deadline_json, iso
from commune.core.content.clock import BRUSSELS
from commune.meeting.workflow.legal_acts import clock_of


def clock_json(meeting: Any) -> dict[str, Any]:
    """Each act with its last day, the whole of its computation, when it was done and why late."""
    return {
        "@id": f"{meeting.absolute_url()}/@legal-clock",
        "items": [
            {
                "act": line.act,
                "latest": iso(line.latest),
                "colour": str(line.colour),
                "done": iso(line.done.astimezone(BRUSSELS) if line.done else None),
                "reason": line.reason,
                **deadline_json(line.deadline),
            }
            for line in clock_of(meeting)
        ],
    }
