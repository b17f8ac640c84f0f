"""Numbers that run on from one meeting to the next: first item, meeting, deliberation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals


@dataclass(frozen=True)
class NumberedMeeting:
    """A meeting of the body as the numbers see it; ``number`` and ``first`` are unset until fixed.

    ``masters``: how many integer-numbered items it has (sub-items do not count).
    """

    day: date
    masters: int
    number: int | None = None
    first: int | None = None


@dataclass(frozen=True)
class MeetingNumber:
    """The number a meeting gets, with warnings that do not stop it."""

    number: int
    warnings: Refusals = NONE


def first_item_number(day: date, others: Iterable[NumberedMeeting], yearly_reset: bool) -> int:
    """The number of the first item of the meeting of ``day`` in the body's continuous count.

    The last known first number before ``day``, plus the masters of that meeting and of each one
    since; 1 when there is none. With ``yearly_reset``, only meetings of the same year count.
    """
    earlier = sorted(_before(day, others, yearly_reset), key=lambda meeting: meeting.day, reverse=True)
    masters = 0
    for meeting in earlier:
        masters += meeting.masters
        if meeting.first is not None:
            return meeting.first + masters
    return 1 + masters


def _before(day: date, others: Iterable[NumberedMeeting], same_year: bool) -> tuple[NumberedMeeting, ...]:
    return tuple(m for m in others if m.day < day and (not same_year or m.day.year == day.year))


def meeting_number(day: date, others: Iterable[NumberedMeeting], last: int, yearly_reset: bool) -> MeetingNumber:
    """The number of a meeting when it is fixed (first freeze, publication, decision or closing).

    One more than ``last``, the body's last value; with ``yearly_reset``, one more than the highest of
    the year. Warns when the meeting before it in the same year does not bear the number before.
    """
    known = tuple(others)
    if yearly_reset:
        last = max((m.number for m in known if m.number is not None and m.day.year == day.year), default=0)
    before = max(_before(day, known, True), key=lambda meeting: meeting.day, default=None)
    if before is None or before.number == last:
        return MeetingNumber(last + 1)
    data = {"number": last + 1, "previous": before.number, "previous_day": before.day}
    return MeetingNumber(last + 1, (Refusal("meetings.number_not_in_sequence", data),))


@dataclass(frozen=True)
class DeliberationNumber:
    """A number of the register of deliberations of a body: never given twice."""

    year: int
    rank: int

    def __str__(self) -> str:
        return f"{self.year}/{self.rank}"


Moment = Literal["decision", "closing"]


def draws_number(setting: Moment, event: Moment, current: DeliberationNumber | None) -> bool:
    """Whether a deliberation gets its number now; one that has its number keeps it for ever."""
    return current is None and (setting == event or event == "closing")


def gaps(used: Iterable[int], highest: int, explained: Mapping[int, str]) -> tuple[tuple[int, str], ...]:
    """Numbers drawn that no deliberation bears, with their explanation (empty: still to be given)."""
    borne = frozenset(used)
    return tuple((rank, explained.get(rank, "")) for rank in range(1, highest + 1) if rank not in borne)
