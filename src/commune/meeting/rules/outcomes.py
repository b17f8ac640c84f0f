"""What a meeting makes of an item, and what follows from it, as data."""

from dataclasses import dataclass, replace
from typing import Literal

Start = Literal["initial", "validated"]


@dataclass(frozen=True)
class CloneOrder:
    """The copy that an outcome makes, linked to its origin as successor, without a meeting.

    Decision annexes never follow. ``opinions``: to be given anew, or inherited. With
    ``flagged_outside`` false the copy is no longer to be accepted out of a meeting.
    """

    start: Start
    opinions: Literal["anew", "inherited"] = "anew"
    annexes: bool = True
    keeps_internal_number: bool = False
    keeps_scan_ids: bool = False
    flagged_outside: bool = True


@dataclass(frozen=True)
class Outcome:
    """One decision. ``positive`` is ``None`` for an interim one."""

    state: str
    transition: str
    positive: bool | None
    clone: CloneOrder | None = None
    mail: str = ""


ANEW = CloneOrder("initial")
RATIFIED = CloneOrder("validated", flagged_outside=False)
OUTCOMES: tuple[Outcome, ...] = (
    Outcome("accepted", "accept", True),
    Outcome("accepted_but_modified", "accept_but_modify", True),
    Outcome("pre_accepted", "pre_accept", None),
    Outcome("refused", "refuse", False),
    Outcome("marked_not_applicable", "mark_not_applicable", False),
    Outcome("delayed", "delay", False, ANEW, "item_delayed"),
    Outcome("postponed_next_meeting", "postpone_next_meeting", False, CloneOrder("validated", "inherited"),
            "item_postponed"),
    Outcome("removed", "remove", False),
    Outcome("removed_and_duplicated", "remove_and_duplicate", False, ANEW, "item_removed"),
    Outcome("accepted_out_of_meeting", "accept_out_of_meeting", True),
    Outcome("accepted_out_of_meeting_and_duplicated", "accept_out_of_meeting_and_duplicate", True, RATIFIED),
    Outcome("accepted_out_of_meeting_emergency", "accept_out_of_meeting_emergency", True),
    Outcome("accepted_out_of_meeting_emergency_and_duplicated", "accept_out_of_meeting_emergency_and_duplicate",
            True, RATIFIED),
    Outcome("transferred", "transfer", None),
    Outcome("transferred_and_duplicated", "transfer_and_duplicate", None, CloneOrder("validated")),
)  # fmt: skip
_BY_STATE = {outcome.state: outcome for outcome in OUTCOMES}
NUMBERED = frozenset({"refused"}) | {outcome.state for outcome in OUTCOMES if outcome.positive}
"""Outcomes that enter the register of deliberations; an item put off is no deliberation."""
DECIDED = frozenset(_BY_STATE) - {"pre_accepted"}


def outcome_of(state: str, adaptations: frozenset[str] = frozenset()) -> Outcome | None:
    """The outcome that ends in ``state`` with the body's options; ``None`` for a state that decides nothing."""
    outcome = _BY_STATE.get(state)
    if outcome is None or outcome.clone is None or state != "postponed_next_meeting":
        return outcome
    kept = replace(
        outcome.clone,
        keeps_internal_number="postponed_keeps_internal_number" in adaptations,
        keeps_scan_ids="postponed_keeps_scan_ids" in adaptations,
    )
    return replace(outcome, clone=kept)


def in_use(adaptations: frozenset[str]) -> tuple[Outcome, ...]:
    """Outcomes that a sitting of this body may reach; *accepted* always."""
    sitting = [outcome for outcome in OUTCOMES if not outside(outcome.state)]
    return tuple(outcome for outcome in sitting if outcome.state == "accepted" or outcome.state in adaptations)


def outside_in_use(adaptations: frozenset[str]) -> tuple[Outcome, ...]:
    """Outcomes reached from *validated*, without a meeting."""
    return tuple(outcome for outcome in OUTCOMES if outside(outcome.state) and outcome.state in adaptations)


def outside(state: str) -> bool:
    """Whether an outcome is reached without a meeting."""
    return state.startswith(("accepted_out_of_meeting", "transferred"))
