"""Whether enough members are there to decide."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals


@dataclass(frozen=True)
class QuorumRule:
    """The body's rule. ``ratio`` ``None``: more than half (floor(base/2)+1); else that share, rounded up.

    ``per_group``: every group must reach it. ``weighted``: shares instead of heads.
    ``withdrawn_count``: whether members out for a conflict of interest count as present (contested).
    """

    ratio: Fraction | None = None
    per_group: bool = False
    weighted: bool = False
    withdrawn_count: bool = False
    below: Literal["warn", "block", "ignore"] = "block"


@dataclass(frozen=True)
class Seat:
    """A member in office: group, weight, and whether present or withdrawn at this item."""

    group: str = ""
    weight: int = 1
    present: bool = True
    withdrawn: bool = False


@dataclass(frozen=True)
class Quorum:
    """Shown live: how many (or how much) is there, needed, and whether it suffices."""

    group: str
    base: int
    present: int
    needed: int
    waived: bool = False

    @property
    def ok(self) -> bool:
        """Whether the item can be decided."""
        return self.waived or self.present >= self.needed


def needed(rule: QuorumRule, base: int) -> int:
    """How many of ``base`` must be there."""
    return floor(Fraction(base, 2)) + 1 if rule.ratio is None else ceil(rule.ratio * base)


def quorum(rule: QuorumRule, seats: tuple[Seat, ...], call: int = 1, relisted: bool = False) -> tuple[Quorum, ...]:
    """The quorum of an item: one line, or one per group. ``seats``: all members in office.

    From the third call on, it is waived for items that come back on the agenda.
    """
    groups = sorted({seat.group for seat in seats}) if rule.per_group else [""]
    return tuple(_of(rule, group, [s for s in seats if not rule.per_group or s.group == group], call, relisted)
                 for group in groups)  # fmt: skip


def _of(rule: QuorumRule, group: str, seats: list[Seat], call: int, relisted: bool) -> Quorum:
    base = sum(_worth(rule, seat) for seat in seats)
    here = [seat for seat in seats if (rule.withdrawn_count if seat.withdrawn else seat.present)]
    return Quorum(group, base, sum(_worth(rule, s) for s in here), needed(rule, base), call >= 3 and relisted)


def _worth(rule: QuorumRule, seat: Seat) -> int:
    return seat.weight if rule.weighted else 1


def against_deciding_without(rule: QuorumRule, lines: tuple[Quorum, ...]) -> Refusals:
    """Why the item can be discussed but not decided; the caller shows them as a warning when ``below`` says so."""
    if rule.below == "ignore":
        return NONE
    return tuple(
        Refusal("quorum.missing", {"group": line.group, "present": line.present, "needed": line.needed})
        for line in lines
        if not line.ok
    )
