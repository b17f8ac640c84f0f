"""Legal figures as dated records: the law is data with validity dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Figure(Generic[Value]):
    """A legal figure in force over a period, with its proof.

    ``valid_from`` and ``valid_to`` are inclusive; an open end is ``None``.
    ``confidence``: ``"A"`` text seen or two sources agree, ``"B"`` one good source,
    ``"C"`` to be confirmed by a jurist (shown with a banner until it is).
    """

    value: Value
    source: str
    valid_from: date
    valid_to: date | None = None
    confidence: str = "A"

    def covers(self, day: date) -> bool:
        """Whether the figure is in force on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def in_force(figures: Iterable[Figure[Value]], day: date) -> Figure[Value] | None:
    """The figure in force on ``day``: of several, the one that began last; none gives ``None``."""
    covering = [figure for figure in figures if figure.covers(day)]
    return max(covering, key=lambda figure: figure.valid_from, default=None)
