"""Whether the file of an item is complete: who says so, and why not."""

from dataclasses import dataclass
from typing import Literal, get_args

from commune.core.rules.refusals import NONE, Refusal, Refusals

Completeness = Literal["not_evaluated", "complete", "incomplete", "asked_again", "not_required"]
VALUES: tuple[Completeness, ...] = get_args(Completeness)
EVALUATED: tuple[Completeness, ...] = ("complete", "incomplete")


@dataclass(frozen=True)
class Hands:
    """Who asks: ``controller`` of the file for a service asked for its opinion (its advisers where it has no
    controller), ``editor`` of the item or of its service while it waits, ``manager`` of the body."""

    controller: bool = False
    editor: bool = False
    manager: bool = False


def is_complete(value: str) -> bool:
    """Whether clocks that count from a complete file may run."""
    return value in ("complete", "not_required")


def may_become(value: str, hands: Hands) -> tuple[Completeness, ...]:
    """What the actor may say of a file that stands at ``value``."""
    offered: tuple[Completeness, ...] = ()
    if hands.controller or hands.manager:
        offered += EVALUATED
    if (hands.editor or hands.manager) and value == "incomplete":
        offered += ("asked_again",)
    if hands.manager:
        offered += ("not_evaluated", "not_required")
    return tuple(one for one in offered if one != value)


def against_evaluating(value: str, new: str, hands: Hands, comment: str) -> Refusals:
    """Why the file may not be said to be so; what lacks is said with *incomplete*."""
    found = NONE
    if new not in may_become(value, hands):
        found += (Refusal("completeness.not_offered", {"value": new}, "completeness"),)
    if new == "incomplete" and not comment.strip():
        found += (Refusal("completeness.comment_required", place="comment"),)
    return found
