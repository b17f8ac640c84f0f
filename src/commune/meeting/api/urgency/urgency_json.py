"""The vote on urgency of an item as JSON."""

from typing import Any

from commune.meeting.rules.lateness import URGENT
from commune.meeting.workflow.reading import hides_decision
from commune.meeting.workflow.urgency import against_deciding, needed, presents


def urgency_json(item: Any) -> dict[str, Any]:
    """Whether the item needs such a vote, how many votes, and who gave theirs."""
    wanted, vote = item.list_type == URGENT and bool(item.meeting), item.urgency
    shown = vote is not None and not hides_decision(item)
    return {
        "@id": f"{item.absolute_url()}/@urgency",
        "urgent": wanted,
        "present": len(presents(item)) if wanted else 0,
        "needed": needed(item) if wanted else None,
        "admitted": wanted and not against_deciding(item),
        "in_favour": list(vote.in_favour) if shown else [],
        "motivation": vote.motivation if shown else "",
    }
