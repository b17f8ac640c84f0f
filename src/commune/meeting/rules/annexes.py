"""Who brings files to an item and takes them out, by what the file belongs to: the item, its decision, an opinion."""

from dataclasses import dataclass
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals

Kind = Literal["item", "decision", "opinion"]
DECISION, OPINION = "decision_annex", "opinion_annex"
OWN_DECISION = "delete_own_decision_annexes"
"""The option of a body by which whoever added a decision annex takes it out."""


def kind_of(category: str, origin: str = "") -> Kind:
    """What a file belongs to; the item, unless its category or its origin says otherwise."""
    if category == DECISION or origin == "decision":
        return "decision"
    return "opinion" if category == OPINION else "item"


@dataclass(frozen=True)
class Hand:
    """Who acts: ``editor`` of the item now, ``service``: has a function in its service, ``adviser``: may give an
    opinion on it now."""

    editor: bool = False
    service: bool = False
    adviser: bool = False


def against_adding(kind: Kind, hand: Hand) -> Refusals:
    """Why a file may not be added: editors add any, the service those of the decision, advisers those of opinions."""
    if hand.editor or (kind == "decision" and hand.service) or (kind == "opinion" and hand.adviser):
        return NONE
    return (Refusal("annexes.kind_not_yours", {"kind": kind}, "category"),)


def against_removing(kind: Kind, hand: Hand, own: bool, adaptations: frozenset[str]) -> Refusals:
    """Why a file may not be taken out: editors take any, others only their own, of a decision with the option."""
    if hand.editor:
        return NONE
    allowed = own and (OWN_DECISION in adaptations if kind == "decision" else kind == "opinion" and hand.adviser)
    return NONE if allowed else (Refusal("annexes.not_removable"),)
