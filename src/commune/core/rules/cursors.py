"""Places in a list that grows while it is read: what comes in or goes moves nothing and shows nothing twice.

A list in pages is ordered by (instant, identifier), the newest first. A cursor names the last row that was told, by
itself and not by its position.
"""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

MOST = 200
USUAL = 25
Row = TypeVar("Row")


@dataclass(frozen=True, order=True)
class Place:
    """Where a row stands: its instant (seconds of the epoch), then its identifier."""

    at: float
    uid: str


def write_cursor(place: Place) -> str:
    """The place as a text for addresses, without meaning for the caller."""
    return base64.urlsafe_b64encode(json.dumps([place.at, place.uid]).encode()).decode().rstrip("=")


def read_cursor(text: str) -> Place | None:
    """The place that a cursor names, ``None`` for a text that is no cursor."""
    try:
        data = json.loads(base64.urlsafe_b64decode(f"{text}{'=' * (-len(text) % 4)}".encode("ascii")))
        at, uid = data
        if isinstance(at, (int, float)) and isinstance(uid, str) and at == at and abs(at) < 1e12:
            return Place(float(at), uid)
    except (binascii.Error, ValueError, TypeError, RecursionError):
        return None
    return None


def page_after(
    rows: Iterable[Row], place: Callable[[Row], Place], coarse: Callable[[Row], int], after: Place | None, size: int
) -> tuple[tuple[Row, ...], Place | None]:
    """At most ``size`` rows that come after the place (``None``: from the first), and where the next page begins.

    ``rows`` come newest first as far as ``coarse`` tells (an index that knows minutes only); within equals of it they
    are put in order here, so that nothing beyond the page is woken. The next place is ``None`` after the last row.
    """
    found: list[Row] = []
    for row in _in_order(rows, place, coarse):
        if after is not None and place(row) >= after:
            continue
        if len(found) == size:
            return tuple(found), place(found[-1])
        found.append(row)
    return tuple(found), None


def _in_order(rows: Iterable[Row], place: Callable[[Row], Place], coarse: Callable[[Row], int]) -> Iterator[Row]:
    for _key, equals in groupby(rows, coarse):
        yield from sorted(equals, key=place, reverse=True)
