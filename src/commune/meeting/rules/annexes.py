"""Who brings files to an item and takes them out, by what the file belongs to: the item, its decision, an opinion."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals

Kind = Literal["item", "decision", "opinion", "meeting"]
DECISION, OPINION = "decision_annex", "opinion_annex"
KINDS: Mapping[str, Kind] = {DECISION: "decision", OPINION: "opinion"}
OWN_DECISION = "delete_own_decision_annexes"
"""The option of a body by which whoever added a decision annex takes it out."""


def kind_of(category: str, origin: str = "", kinds: Mapping[str, Kind] = KINDS) -> Kind:
    """What a file belongs to; the item, unless its category or its origin says otherwise. ``kinds``: by type."""
    return "decision" if origin == "decision" else kinds.get(category, "item")


@dataclass(frozen=True)
class Hand:
    """Who acts: ``editor`` of the item now, ``service``: has a function in its service, ``adviser``: may give an
    opinion on it now."""

    editor: bool = False
    service: bool = False
    adviser: bool = False


def against_adding(kind: Kind, hand: Hand, decisions_closed: bool = False) -> Refusals:
    """Why a file may not be added: editors add any, the service those of the decision, advisers those of opinions.

    ``decisions_closed``: the item is past the states in which its service adds files of the decision.
    """
    service = hand.service and not decisions_closed
    if hand.editor or (kind == "decision" and service) or (kind == "opinion" and hand.adviser):
        return NONE
    return (Refusal("annexes.kind_not_yours", {"kind": kind}, "category"),)


def against_changing(kind: Kind, hand: Hand, own: bool) -> Refusals:
    """Why title, type and flags of a file may not be changed: editors change any, others what they themselves added."""
    allowed = own and ((kind == "decision" and hand.service) or (kind == "opinion" and hand.adviser))
    return NONE if hand.editor or allowed else (Refusal("annexes.not_changeable"),)


def against_removing(kind: Kind, hand: Hand, own: bool, adaptations: frozenset[str]) -> Refusals:
    """Why a file may not be taken out: editors take any, others only their own, of a decision with the option."""
    if hand.editor:
        return NONE
    allowed = own and (OWN_DECISION in adaptations if kind == "decision" else kind == "opinion" and hand.adviser)
    return NONE if allowed else (Refusal("annexes.not_removable"),)
