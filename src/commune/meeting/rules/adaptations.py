"""The ways in which a body departs from the plain workflow, and which of them exclude each other."""

from itertools import combinations

from commune.core.rules.refusals import Refusal, Refusals
from commune.meeting.rules.chain import ChainOptions
from commune.meeting.rules.returns import Variant

DUPLICATES = ("removed", "accepted_out_of_meeting", "accepted_out_of_meeting_emergency", "transferred")
RETURNS: dict[str, Variant] = {
    "return_direct": "direct",
    "return_last_level": "last_level",
    "return_all_levels": "all_levels",
}
WAITING = ("waiting_opinions_to_validated", "waiting_opinions_asks_completeness_again", "waiting_opinions_ask_again")
OUTCOMES = (
    "accepted_but_modified", "pre_accepted", "refused", "marked_not_applicable", "delayed",
    "postponed_next_meeting", "removed", "removed_and_duplicated",
)  # fmt: skip
OUTSIDE = tuple(name + end for name in DUPLICATES[1:] for end in ("", "_and_duplicated"))
CHAIN = ("shortcuts", "shortcut_to_validated", "back_to_any", "take_back")
OTHERS = (
    "waiting_opinions", "no_decide", "hide_decisions_under_writing", "decided_means_modified",
    "strict_decision", "decision_text_required", "first_level_deletes", "managers_reopen",
    "postponed_keeps_internal_number", "postponed_keeps_scan_ids", "check_before_publishing_decisions",
    "given_opinions_may_be_deleted", "delete_own_decision_annexes",
)  # fmt: skip
KNOWN = frozenset((*RETURNS, *WAITING, *OUTCOMES, *OUTSIDE, *CHAIN, *OTHERS))
_NEEDS_LEVELS = ("return_last_level", "return_all_levels", "take_back")


def conflicts(adaptations: frozenset[str], levels: int) -> Refusals:
    """Why these adaptations may not be saved together; ``levels``: how many levels the chain has in use."""
    found = [Refusal("bodies.unknown_adaptation", {"name": name}) for name in sorted(adaptations - KNOWN)]
    found += [Refusal("bodies.excluding", {"one": one, "other": other}) for one, other in _pairs() if
              {one, other} <= adaptations]  # fmt: skip
    if "waiting_opinions" not in adaptations:
        alone = sorted(adaptations & set(WAITING))
        found += [Refusal("bodies.needs", {"one": name, "needed": "waiting_opinions"}) for name in alone]
    if not levels:
        found += [Refusal("bodies.needs_levels", {"one": n}) for n in _NEEDS_LEVELS if n in adaptations]
    return tuple(found)


def _pairs() -> tuple[tuple[str, str], ...]:
    return (
        ("no_decide", "hide_decisions_under_writing"),
        *combinations(RETURNS, 2),
        *((name, f"{name}_and_duplicated") for name in DUPLICATES),
    )


def return_variant(adaptations: frozenset[str]) -> Variant:
    """How returned items come back to the meeting; ``"none"`` when the body does not return items."""
    return next((variant for name, variant in RETURNS.items() if name in adaptations), "none")


def chain_options(adaptations: frozenset[str]) -> ChainOptions:
    """The options of the preparation chain among the adaptations."""
    return ChainOptions(
        shortcuts="shortcuts" in adaptations,
        shortcut_to_validated="shortcut_to_validated" in adaptations,
        back_to_any="back_to_any" in adaptations,
        take_back="take_back" in adaptations,
        waiting_to_validated="waiting_opinions_to_validated" in adaptations,
    )
