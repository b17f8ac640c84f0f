"""Plain records that live only inside another object: kept in a BTree, in order of entry."""

from collections.abc import Iterator
from typing import Any

from BTrees.IOBTree import IOBTree
from zope.annotation.interfaces import IAnnotations


class Records:
    """Frozen records of one kind inside an object, numbered from 1 in order of entry."""

    def __init__(self, context: Any, kind: str) -> None:
        self.context = context
        self.key = f"commune.core.{kind}"

    def _tree(self) -> Any:
        return IAnnotations(self.context).get(self.key) or {}

    def _own_tree(self) -> IOBTree:
        notes = IAnnotations(self.context)
        if self.key not in notes:
            notes[self.key] = IOBTree()
        return notes[self.key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._tree().values())

    def __len__(self) -> int:
        return len(self._tree())

    def items(self) -> list[tuple[int, Any]]:
        """Pairs of number and record, oldest first."""
        return list(self._tree().items())

    def get(self, number: int) -> Any:
        """The record of that number, or ``None``."""
        return self._tree().get(number)

    def last(self) -> Any:
        tree = self._tree()
        return tree[tree.maxKey()] if tree else None

    def add(self, record: Any) -> int:
        """Keep the record; returns its number."""
        tree = self._own_tree()
        number = tree.maxKey() + 1 if tree else 1
        tree[number] = record
        return number

    def replace(self, number: int, record: Any) -> None:
        """Put the record in the place of the one of that number; raises ``KeyError`` when there is none."""
        tree = self._own_tree()
        if number not in tree:
            raise KeyError(number)
        tree[number] = record

    def remove(self, number: int) -> None:
        """Forget the record of that number; raises ``KeyError`` when there is none."""
        del self._own_tree()[number]
