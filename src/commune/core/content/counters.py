"""Counters of references, kept on the site: one small object per counter, so that only equals wait for each other."""

from typing import Any

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

KEY = "commune.core.counters"


class Counter(Persistent):
    """What one (partition, period) of a series gives next.

    Two transactions that draw from the same counter write the same object: the second to
    commit meets a conflict, is done again, and reads what the first left. Hence no double,
    and an abandoned transaction leaves no gap.
    """

    next = 1


class Series(Persistent):
    """The counters of one kind of reference, and the references given, by their key."""

    def __init__(self) -> None:
        self.counters = OOBTree()
        self.given = OOBTree()

    def counter(self, partition: str, period: str) -> Counter:
        """The counter of that partition and period, made when it is first asked for."""
        key = (partition, period)
        if key not in self.counters:
            self.counters[key] = Counter()
        return self.counters[key]

    def peek(self, partition: str, period: str) -> int:
        """The next number of a counter, without making it."""
        counter = self.counters.get((partition, period))
        return counter.next if counter is not None else 1


def series(site: Any, name: str) -> Series:
    """The series of that name on the site, made when it is first asked for."""
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    if name not in notes[KEY]:
        notes[KEY][name] = Series()
    return notes[KEY][name]
