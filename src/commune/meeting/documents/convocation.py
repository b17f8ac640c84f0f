"""The convocation of the members."""

from pathlib import Path
from typing import Any

from commune.core.content.clock import today
from commune.core.documents.registry import Document
from commune.meeting.documents.sitting import Facts, for_managers, items, sitting
from commune.meeting.i18n import _


def build(meeting: Any) -> Facts:
    """The sitting and its agenda; dated of the day on which it is sent."""
    return {"meeting": sitting(meeting), "items": items(meeting), "sent": meeting.convocation_date or today()}


CONVOCATION = Document(
    "meeting.convocation",
    _("Convocation"),
    ("meeting",),
    Path(__file__).with_suffix(".txt"),
    build,
    for_managers,
    confidential=True,
)
