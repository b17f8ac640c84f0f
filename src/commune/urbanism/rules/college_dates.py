"""Which meeting of the college suits a dossier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MeetingChoice:
    """An open meeting offered to a dossier; ``after_due``: it comes too late in law."""

    day: date
    after_due: bool
    proposed: bool = False


def meeting_choices(
    meetings: Iterable[date], today: date, due: date | None, safe_due: date | None
) -> tuple[MeetingChoice, ...]:
    """Meetings from today on, in order; proposed is the last before the safe date, else the first.

    A meeting on or after the legal due date leaves no day to send the decision: it is flagged.
    """
    days = sorted({day for day in meetings if day >= today})
    early = [day for day in days if safe_due is not None and day < safe_due]
    best = early[-1] if early and due is not None else next(iter(days), None)
    return tuple(MeetingChoice(day, due is not None and day >= due, day == best) for day in days)
