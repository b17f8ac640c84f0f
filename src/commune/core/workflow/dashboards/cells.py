"""The value of one cell, from the catalog's metadata."""

from datetime import date
from typing import Any

from Missing import MV

from commune.core.content.dashboard import Column

FIRST_YEAR, LAST_YEAR = 1970, 2499
TITLED = frozenset({"choice", "state", "user"})
"""Kinds of columns whose values have titles."""


def value(column: Column, brain: Any) -> Any:
    """The raw metadata; ``None`` when there is none. Instants and days come as ``datetime`` and ``date``."""
    found = getattr(brain, column.attribute, None)
    if found in ("", "None") or found is MV or _unset(found):
        return None
    return found.asdatetime() if hasattr(found, "asdatetime") else found


def _unset(found: Any) -> bool:
    """Whether it is the date by which the CMS says "no date" (before 1970 or far ahead)."""
    return hasattr(found, "asdatetime") and not FIRST_YEAR <= found.year() < LAST_YEAR


def plain(column: Column, brain: Any) -> Any:
    """The value as JSON knows it: days and instants as ISO text, sets as sorted lists."""
    found = value(column, brain)
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, set | frozenset):
        return sorted(found)
    return list(found) if isinstance(found, tuple) else found
