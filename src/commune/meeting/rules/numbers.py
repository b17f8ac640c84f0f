"""The number of an item on an agenda: ``3`` for a master, ``3.1`` for a sub-item."""

import re
from dataclasses import dataclass

LAST_SUB = 99
_SHAPE = re.compile(r"(\d{1,5})(?:\.(\d{1,2}))?\Z", re.ASCII)


@dataclass(frozen=True, order=True)
class Number:
    """``major`` from 1; ``minor`` from 1 to 99 for a sub-item, 0 for a master. Orders as the agenda does."""

    major: int
    minor: int = 0

    @property
    def is_sub(self) -> bool:
        """Whether the number is that of a sub-item."""
        return self.minor > 0

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}" if self.minor else str(self.major)

    def shifted(self, first: int) -> "Number":
        """The number shown when the meeting's first item bears ``first`` (1 changes nothing)."""
        return Number(self.major + first - 1, self.minor)


def parse(text: str) -> Number | None:
    """The number a person typed (``"4"``, ``" 2.1 "``); ``None`` when it is not one.

    ``0``, ``0.1`` and ``3.0`` are not numbers of an agenda.
    """
    found = _SHAPE.match(text.strip())
    if found is None or int(found[1]) == 0:
        return None
    if found[2] is None:
        return Number(int(found[1]))
    return Number(int(found[1]), int(found[2])) if int(found[2]) else None
