"""Who is told what when an item moves: one notice per event, whatever the number of groups concerned."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from commune.meeting.rules.chain import VALIDATED, Chain
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.outcomes import outcome_of
from commune.meeting.rules.waiting import PREFIX

Audience = Literal["level", "last_actor", "managers", "service", "copies", "advisers", "members"]
CLONING = {"delayed": "item_delayed", "postponed_next_meeting": "item_postponed"}
EVENTS = frozenset({
    "item_proposed", "item_sent_back", "item_validated", "item_late", "item_presented", "item_unpresented",
    "item_returned", "item_back", "item_decided", "item_delayed", "item_postponed", "item_copy_access",
    "item_cloned_here", "opinion_to_give", "opinion_given", "opinion_asked_again", "meeting_moved",
    "recurring_failed", "opinion_invalidated", "opinion_delay_near", "opinion_delay_over", "file_incomplete",
    "file_asked_again",
})  # fmt: skip


@dataclass(frozen=True)
class Notice:
    """One event and who hears of it; ``level``: the level of the chain that is meant."""

    kind: str
    to: Audience
    level: str = ""


def notices(chain: Chain, source: str, target: str, late: bool, copy_states: frozenset[str]) -> tuple[Notice, ...]:
    """What a move of an item from ``source`` to ``target`` is told as.

    ``late``: it is validated although its preferred meeting is frozen. ``copy_states``: states in which
    the groups in copy read it.
    """
    found = _main(chain, source, target)
    if target == VALIDATED and late:
        found += (Notice("item_late", "managers"),)
    if target in copy_states and source not in copy_states:
        found += (Notice("item_copy_access", "copies"),)
    return found


def _main(chain: Chain, source: str, target: str) -> tuple[Notice, ...]:
    at = chain.position(target)
    if at is not None:
        return (_to_level(chain, source.removeprefix(PREFIX), target, at),)
    if target == VALIDATED:
        left = source in AGENDA_STATES
        return (Notice("item_unpresented", "service") if left else Notice("item_validated", "managers"),)
    if target.startswith("returned"):
        level = target.removeprefix("returned_") if target != "returned" else _first(chain)
        return (Notice("item_returned", "level", level),)
    return _on_agenda(source, target)


def _to_level(chain: Chain, source: str, target: str, at: int) -> Notice:
    before = chain.position(source)
    if before is not None and before < at:
        return Notice("item_proposed", "level", target)
    return Notice("item_sent_back", "last_actor", target)


def _first(chain: Chain) -> str:
    return chain.enabled[0].state if chain.enabled else ""


def _on_agenda(source: str, target: str) -> tuple[Notice, ...]:
    if target in AGENDA_STATES:
        if source.startswith("returned"):
            return (Notice("item_back", "managers"),)
        return (Notice("item_presented", "service"),) if source == VALIDATED else ()
    if outcome_of(target) is not None and source != target and target != "pre_accepted":
        return (Notice(CLONING.get(target, "item_decided"), "service"),)
    return ()


def last_actor_at(state: str, moves: Iterable[tuple[str, str]]) -> str:
    """Who last moved the dossier on from ``state``; ``moves``: pairs of source and actor, oldest first."""
    return next((actor for source, actor in reversed(tuple(moves)) if source == state and actor), "")
