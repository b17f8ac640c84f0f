"""What changed between two documents of settings, place by place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

KEYS = ("id", "state", "body", "act", "meeting", "url")
"""What names a row of a list, so that a row moved is not taken for all of them changed."""


@dataclass(frozen=True)
class Change:
    """One place (JSON pointer; a row is named by its key) with what stood there and what stands now.

    ``None``: nothing. A list whose order alone changed is one change of its keys.
    """

    place: str
    before: object
    after: object


def changes(before: object, after: object, place: str = "") -> tuple[Change, ...]:
    """Every difference, in the order of the documents, the older one first."""
    return tuple(_changes(before, after, place))


def _changes(before: object, after: object, place: str) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _changes(before.get(key), after.get(key), f"{place}/{key}")
        return
    if isinstance(before, (list, tuple)) and isinstance(after, (list, tuple)):
        old, new = _named(before), _named(after)
        if old is not None and new is not None:
            yield from _changes(old, new, place)
            kept = [name for name in new if name in old]
            if kept != [name for name in old if name in new]:
                yield Change(place, list(old), list(new))
            return
    if before != after:
        yield Change(place, before, after)


def _named(rows: list[object] | tuple[object, ...]) -> dict[str, object] | None:
    """The rows by their key; ``None`` when they bear none, or not each its own."""
    found: dict[str, object] = {}
    for row in rows:
        name = next((str(row[key]) for key in KEYS if row.get(key)), "") if isinstance(row, Mapping) else ""
        if not name or name in found:
            return None
        found[name] = row
    return found
