"""What somebody has to do: one row a task, the most pressing first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON_DAYS = 5


class Urgency(StrEnum):
    """How a due day stands on a day."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NONE = "none"


RANK = {urgency: rank for rank, urgency in enumerate(Urgency)}


@dataclass(frozen=True)
class Todo:
    """One thing to do.

    ``due`` is the last day in time (inclusive), ``None`` without a term; ``reason`` says why
    it is this agent's; ``urgency``, when given, wins over the one that follows from ``due``.
    """

    title: str
    url: str
    kind: str
    due: date | None = None
    reason: str = ""
    reference: str = ""
    urgency: Urgency | None = None


def urgency_on(row: Todo, today: date) -> Urgency:
    """How pressing the row is on ``today``; "soon" is up to ``SOON_DAYS`` calendar days ahead."""
    if row.urgency is not None:
        return row.urgency
    if row.due is None:
        return Urgency.NONE
    if row.due < today:
        return Urgency.LATE
    if row.due == today:
        return Urgency.TODAY
    return Urgency.SOON if row.due <= today + timedelta(days=SOON_DAYS) else Urgency.LATER


def pressing_first(rows: Iterable[Todo], today: date) -> tuple[Todo, ...]:
    """The rows by urgency, then due day, then title; those without a term come last."""
    return tuple(
        sorted(rows, key=lambda row: (RANK[urgency_on(row, today)], row.due or date.max, row.title.casefold()))
    )
