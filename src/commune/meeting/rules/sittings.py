"""Dates and hours of a meeting: defaults, checks, deadlines for items, title, duration."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from commune.core.rules.deadlines import BRUSSELS, elapsed
from commune.core.rules.refusals import NONE, Refusal, Refusals


@dataclass(frozen=True)
class Offset:
    """So many calendar days before the meeting, at a local hour."""

    days: int
    at: time


VALIDATION = Offset(5, time(9, 30))
FREEZE = Offset(1, time(14, 30))


@dataclass(frozen=True)
class Hours:
    """The moments of a meeting, all aware; ``pre_meeting`` is optional."""

    date: datetime
    start: datetime
    mid: datetime
    mid_start: datetime
    end: datetime
    pre_meeting: datetime | None = None


def deadline_before(meeting: datetime, offset: Offset) -> datetime:
    """The local moment by which items are validated, or the agenda frozen."""
    local = meeting.astimezone(BRUSSELS)
    return datetime.combine(local.date() - timedelta(days=offset.days), offset.at, BRUSSELS)


def default_hours(meeting: datetime) -> Hours:
    """Start at the date; middle and restart an hour later; end two hours later."""
    start = meeting.astimezone(UTC)
    moments = [(start + timedelta(hours=n)).astimezone(BRUSSELS) for n in (0, 1, 1, 2)]
    return Hours(meeting, *moments)


def against_hours(hours: Hours, taken: Iterable[datetime]) -> Refusals:
    """What is wrong with a meeting's moments; ``taken``: the dates of the body's other meetings."""
    found = NONE
    if hours.date.astimezone(UTC) in {other.astimezone(UTC) for other in taken}:
        found += (Refusal("meetings.date_taken", place="date"),)
    if elapsed(hours.start, hours.end) < timedelta():
        found += (Refusal("meetings.end_before_start", place="end"),)
    if hours.pre_meeting is not None and elapsed(hours.pre_meeting, hours.date) < timedelta():
        found += (Refusal("meetings.pre_meeting_after", place="pre_meeting"),)
    return found


def duration(hours: Hours) -> timedelta:
    """Real time from start to end, clock changes included."""
    return elapsed(hours.start, hours.end)
