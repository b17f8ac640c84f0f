"""An item on an agenda returned to its service: number and meeting are kept while the text is redone."""

from dataclasses import dataclass
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.chain import Actor, Chain, Offer, filled_positions

RETURNED = "returned"
BACK_TO_MEETING = "back_to_meeting"
Variant = Literal["none", "direct", "last_level", "all_levels"]


@dataclass(frozen=True)
class ReturnFacts:
    """``arrival``: the item state that matches the meeting's; ``meeting_decided``: decisions are being encoded."""

    state: str
    filled: frozenset[str]
    arrival: str
    meeting_decided: bool = False
    meeting_closed: bool = False


def returned_state(level_state: str) -> str:
    """The sub-state of a returned item under validation at that level."""
    return f"{RETURNED}_{level_state}"


def stages(chain: Chain, variant: Variant, filled: frozenset[str]) -> tuple[int, ...]:
    """Ranks of the levels that a returned item passes, its writers first; levels without anybody are skipped."""
    later = tuple(i for i in filled_positions(chain, filled) if i > 0)
    kept = {"none": (), "direct": (), "last_level": later[-1:], "all_levels": later}[variant]
    return (0, *kept)


def return_offers(
    chain: Chain, variant: Variant, decided_means_modified: bool, facts: ReturnFacts, actor: Actor
) -> tuple[Offer, ...]:
    """What the actor may do with a returned item.

    The last stage (or a manager) sends it back to the meeting; the others send it on to the next stage, and
    each may send it back one stage with a comment. With ``decided_means_modified``, an item that comes
    back to a meeting already decided arrives as *accepted but modified*.
    """
    passed = stages(chain, variant, facts.filled)
    states = [RETURNED, *(returned_state(chain.enabled[i].state) for i in passed[1:])]
    if facts.state not in states:
        return ()
    at = states.index(facts.state)
    acts = actor.over_body or (bool(chain.enabled) and actor.acts_at(chain.enabled[passed[at]]))
    found: list[Offer] = []
    if acts and at + 1 < len(states):
        found.append(Offer(f"to_{states[at + 1]}", "forward", states[at + 1]))
    if actor.over_body or (acts and at + 1 == len(states)):
        found.append(_to_meeting(decided_means_modified, facts))
    if acts and at:
        found.append(Offer(f"back_to_{states[at - 1]}", "backward", states[at - 1], True))
    return tuple(found)


def _to_meeting(decided_means_modified: bool, facts: ReturnFacts) -> Offer:
    target = "accepted_but_modified" if decided_means_modified and facts.meeting_decided else facts.arrival
    refusals = (Refusal("meetings.closed"),) if facts.meeting_closed else NONE
    return Offer(BACK_TO_MEETING, "forward", target, False, refusals)
