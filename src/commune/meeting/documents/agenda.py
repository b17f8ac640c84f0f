"""The agenda: whole for the members, without the closed part for the public."""

from pathlib import Path
from typing import Any

from commune.core.documents.registry import Document
from commune.meeting.documents.sitting import Facts, for_managers, items, sitting
from commune.meeting.i18n import _

TEMPLATE = Path(__file__).with_suffix(".txt")


def whole(meeting: Any) -> Facts:
    """Every item."""
    return {"meeting": sitting(meeting), "items": items(meeting), "public": False}


def public(meeting: Any) -> Facts:
    """What citizens may read."""
    return {"meeting": sitting(meeting), "items": items(meeting, public=True), "public": True}


WHOLE = Document("meeting.agenda", _("Agenda"), ("meeting",), TEMPLATE, whole, for_managers, confidential=True)
PUBLIC = Document("meeting.agenda_public", _("Agenda for the public"), ("meeting",), TEMPLATE, public)
