"""The minutes: what the secretary rewrote stands, the rest is written from the data."""

from pathlib import Path
from typing import Any

from commune.core.documents.registry import Document
from commune.meeting.documents.sitting import Facts, for_managers, items, sitting, told
from commune.meeting.i18n import _
from commune.meeting.workflow.minutes import CLOSING, OPENING, current

TEMPLATE = Path(__file__).with_suffix(".txt")


def build(meeting: Any, public: bool = False) -> Facts:
    """Opening, items with their votes and moves, closing, approval."""
    minutes = current(meeting)
    texts = {part.key: part.text for part in minutes.parts}
    found = items(meeting, public)
    for item in found:
        item["text"] = texts.get(item["uid"], "")
    return {
        "meeting": sitting(meeting),
        "items": found,
        "opening": texts.get(OPENING, ""),
        "closing": texts.get(CLOSING, ""),
        "approved": minutes.approved,
        "public": public,
    }


def public_part(meeting: Any) -> Facts:
    """The minutes without the closed part."""
    return build(meeting, public=True)


WHOLE = Document("meeting.minutes", _("Minutes"), ("meeting",), TEMPLATE, build, for_managers, confidential=True)
PUBLIC = Document("meeting.minutes_public", _("Minutes for the public"), ("meeting",), TEMPLATE, public_part, told)
