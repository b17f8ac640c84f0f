"""The deadlines of a dossier, as its module computes them, for screens, lists and the API."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from plone.indexer import indexer

from commune.core.interfaces import IClocks, IDossier
from commune.core.rules.deadlines import Deadline, Status, status_on


@dataclass(frozen=True)
class Clock:
    """One deadline of a dossier. ``ours``: the authority owes it; else it is awaited from somebody."""

    id: str
    title: Any
    deadline: Deadline
    met_on: date | None = None
    cancelled: bool = False
    ours: bool = True

    def status(self, day: date) -> Status:
        return status_on(self.deadline, day, self.met_on, self.cancelled)


def clocks(dossier: Any) -> tuple[Clock, ...]:
    """The deadlines of a dossier; none when its module computes none."""
    found = IClocks(dossier, None)
    return tuple(found.clocks()) if found is not None else ()


def next_due(dossier: Any) -> Clock | None:
    """The first deadline that the authority still owes, missed ones included."""
    open_ones = [
        clock
        for clock in clocks(dossier)
        if clock.ours and clock.deadline.due and not clock.met_on and not clock.cancelled
    ]
    return min(open_ones, key=lambda clock: clock.deadline.due or date.max, default=None)


@indexer(IDossier)
def next_due_index(dossier: Any) -> date:
    """The day of the first deadline still owed, for lists; not indexed when there is none."""
    clock = next_due(dossier)
    if clock is None or clock.deadline.due is None:
        raise AttributeError("next_due")
    return clock.deadline.due
