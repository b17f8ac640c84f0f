"""Lists in pages: what comes in or goes while a program reads moves nothing."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from DateTime import DateTime
from plone import api

from commune.core.api.contract import TEXT, Misread
from commune.core.rules.cursors import MOST, USUAL, Place, page_after, read_cursor, write_cursor
from commune.core.rules.refusals import Refusal

ASKS = {"cursor": TEXT, "limit": {"type": "integer", "minimum": 1, "maximum": MOST}}
MINUTE = 60


def page(service: Any, query: dict[str, Any], row: Callable[[Any], Any]) -> dict[str, Any]:
    """A page of what the caller may read, the newest first, with ``next`` (``null`` after the last).

    ``query``: for the catalog, without order. Raises ``Misread`` for a cursor or a limit that cannot be read.
    """
    after, size = _asked(service.request.form)
    if after is not None:
        query = {**query, "created": {"query": _rounded(after), "range": "max"}}
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog(**query, sort_on="created", sort_order="descending")
    found, following = page_after(brains, place, lambda brain: int(place(brain).at) // MINUTE, after, size)
    return {
        "@id": service.request.get("ACTUAL_URL", ""),
        "items": [row(brain) for brain in found],
        "next": _address(service.request, following),
    }


def place(brain: Any) -> Place:
    """Where a row of the catalog stands: when it was made does not change."""
    return Place(float(brain.created.timeTime()), brain.UID)


def counted(query: dict[str, Any]) -> int:
    """How many rows the caller may read in all."""
    return len(api.portal.get_tool("portal_catalog")(**query))


def _asked(form: Any) -> tuple[Place | None, int]:
    faults = []
    text, limit = str(form.get("cursor") or ""), str(form.get("limit") or USUAL)
    after = read_cursor(text) if text else None
    if text and after is None:
        faults.append(Refusal("cursor.unknown", place="cursor"))
    size = int(limit) if limit.isascii() and limit.isdigit() and len(limit) < 5 else 0
    if not 1 <= size <= MOST:
        faults.append(Refusal("body.invalid", {"field": "limit", "expected": f"1–{MOST}"}, "limit"))
    if faults:
        raise Misread(*faults)
    return after, size


def _rounded(after: Place) -> Any:
    return DateTime(after.at + MINUTE)


def _address(request: Any, following: Place | None) -> str | None:
    if following is None:
        return None
    asked = {name: value for name, value in request.form.items() if isinstance(value, str) and name != "cursor"}
    return f"{request.get('ACTUAL_URL', '')}?{urlencode({**asked, 'cursor': write_cursor(following)})}"
