"""By when items of a meeting are validated and its agenda is frozen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commune.meeting.rules.sittings import deadline_before
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.settings import settings_of


@dataclass(frozen=True)
class MeetingDeadlines:
    """Aware moments of Brussels, computed from the date of the meeting and the settings of its body."""

    validation: datetime
    freeze: datetime


def deadlines_of(meeting: Any) -> MeetingDeadlines:
    """The deadlines of a meeting; they follow when its date or the settings change."""
    offsets, moment = settings_of(meeting).body.deadlines, aware(meeting.date)
    return MeetingDeadlines(deadline_before(moment, offsets.validation), deadline_before(moment, offsets.freeze))
