"""The opinions of an item, by service code: what is written, by which row it was asked, how its clock stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commune.meeting.rules.advisers import How
from commune.meeting.rules.opinion_clock import ClockState
from commune.meeting.rules.opinions import Opinion


@dataclass(frozen=True)
class OpinionFile:
    """One asked opinion. ``row``: the adviser row it follows, empty without delay; ``by_hand``: somebody chose it.

    ``chain``: its stage inside the service, empty without a chain. ``open``: whether it could be written after the
    last move of the item, ``None`` before the first time. ``note``: what the asking service says to the advisers.
    """

    opinion: Opinion
    row: str = ""
    how: How = "optional"
    clock: ClockState = ClockState()
    mailed_left: int | None = None
    by_hand: bool = False
    chain: str = ""
    open: bool | None = None
    person: str = ""
    note: str = ""


def opinion_files(item: Any) -> Mapping[str, OpinionFile]:
    """The opinions of an item by service code."""
    return dict(getattr(item, "_opinion_files", {}))


def keep_opinion_files(item: Any, files: Mapping[str, OpinionFile]) -> None:
    """Replace the opinions of an item."""
    item._opinion_files = dict(files)
