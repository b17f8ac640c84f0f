"""The votes of a meeting on one sheet."""

from pathlib import Path
from typing import Any

from commune.core.documents.registry import Document
from commune.meeting.documents.sitting import Facts, for_managers, items, sitting
from commune.meeting.i18n import _


def build(meeting: Any) -> Facts:
    """The items with at least one counted poll."""
    return {"meeting": sitting(meeting), "items": [item for item in items(meeting) if item["polls"]]}


def offered(meeting: Any) -> bool:
    """Once votes may have been taken, to the managers."""
    return meeting.state not in ("draft", "frozen", "published") and for_managers(meeting)


VOTES = Document(
    "meeting.votes",
    _("Votes"),
    ("meeting",),
    Path(__file__).with_suffix(".txt"),
    build,
    offered,
    confidential=True,
)
