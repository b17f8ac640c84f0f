"""The opinions of an item, by service code: what is written, by which row it was asked, how its clock stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commune.meeting.rules.advisers import How
from commune.meeting.rules.opinion_clock import ClockState
from commune.meeting.rules.opinions import Opinion


@dataclass(frozen=True)
class OpinionFile:
    """One asked opinion. ``row``: the adviser row it follows, empty without delay."""

    opinion: Opinion
    row: str = ""
    how: How = "optional"
    clock: ClockState = ClockState()
    mailed_left: int | None = None


def opinion_files(item: Any) -> Mapping[str, OpinionFile]:
    """The opinions of an item by service code."""
    return dict(getattr(item, "_opinion_files", {}))


def keep_opinion_files(item: Any, files: Mapping[str, OpinionFile]) -> None:
    """Replace the opinions of an item."""
    item._opinion_files = dict(files)
