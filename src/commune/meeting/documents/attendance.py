"""The attendance list, to be signed."""

from pathlib import Path
from typing import Any

from commune.core.documents.registry import Document
from commune.meeting.documents.sitting import Facts, for_managers, sitting
from commune.meeting.i18n import _


def build(meeting: Any) -> Facts:
    """The members with their presence."""
    found = sitting(meeting)
    everybody = [(one, "C" if one["connected"] else "P") for one in found["presents"]]
    everybody += [(one, "E") for one in found["excused"]] + [(one, "A") for one in found["absent"]]
    return {"meeting": found, "members": [{**one, "mark": mark} for one, mark in everybody]}


ATTENDANCE = Document(
    "meeting.attendance", _("Attendance list"), ("meeting",), Path(__file__).with_suffix(".txt"), build, for_managers
)
