"""Late items, items offered to a meeting, urgent items of the Council."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from commune.core.rules.law import Figure, in_force
from commune.core.rules.refusals import NONE, Refusal, Refusals

CDLD = date(2004, 4, 22)
URGENCY_MAJORITY: tuple[Figure[Fraction], ...] = (
    Figure(Fraction(2, 3), "CDLD art. L1122-24: two thirds of the members present", CDLD, confidence="A"),
)
"""Share of the members present who must admit an item that was not on the agenda sent."""


def is_late(meeting_day: date, meeting_frozen: bool, preferred_day: date | None) -> bool:
    """Whether an item that enters a meeting is late: the meeting is frozen or later, and not before the
    preferred one; without a preferred meeting an item is never late."""
    return meeting_frozen and preferred_day is not None and meeting_day >= preferred_day


def entry_list_type(late: bool, insert_as_normal: bool, current: str = "normal") -> str:
    """The list type of an item on entering: *late* when it is, unless a manager inserts it as normal."""
    if late and insert_as_normal:
        return "normal"
    return "late" if late else current


URGENT, COUNCILLOR = "urgent", "councillor"


def list_type_after_sending(current: str, sent: bool, used: bool, in_time: bool) -> str:
    """The list type of an item that enters an agenda already sent to the members: urgent, for want of notice.

    ``used``: the body has urgent items; ``in_time``: a councillor's point may still be added, and stays one.
    """
    if not (sent and used) or (current == COUNCILLOR and in_time):
        return current
    return URGENT


def list_type_after_removal(current: str) -> str:
    """Back to validated, a late or urgent item is an ordinary one again."""
    return "normal" if current in ("late", URGENT) else current


def is_offered(
    state: str, meeting_day: date, meeting_frozen: bool, preferred_day: date | None, closed: bool = False
) -> bool:
    """Whether a validated item is among those offered to the meeting; to a frozen one, only late items are."""
    if state != "validated" or closed:
        return False
    return not meeting_frozen if preferred_day is None else preferred_day <= meeting_day


@dataclass(frozen=True)
class UrgencyVote:
    """The recorded vote on urgency: how many are present, who voted for it, and its written reason."""

    present: int
    in_favour: tuple[str, ...]
    motivation: str
    day: date


def urgency_needed(present: int, day: date) -> int:
    """How many members present must vote for urgency: two thirds, rounded up (CDLD art. L1122-24).

    Raises ``LookupError`` for a day before the figures begin.
    """
    figure = in_force(URGENCY_MAJORITY, day)
    if figure is None:
        raise LookupError(f"no majority for urgency is known on {day}")
    return ceil(figure.value * present)


def against_urgent(list_type: str, vote: UrgencyVote | None) -> Refusals:
    """Why an urgent item cannot be decided; items of other list types are not concerned.

    An item refused with ``items.urgency_rejected`` leaves the agenda, back to validated.
    """
    if list_type != URGENT:
        return NONE
    if vote is None:
        return (Refusal("items.urgency_not_voted"),)
    refusals = NONE if vote.motivation.strip() else (Refusal("items.urgency_not_motivated"),)
    needed = urgency_needed(vote.present, vote.day)
    if len(set(vote.in_favour)) < needed:
        data = {"in_favour": len(set(vote.in_favour)), "needed": needed, "present": vote.present}
        refusals += (Refusal("items.urgency_rejected", data),)
    return refusals
