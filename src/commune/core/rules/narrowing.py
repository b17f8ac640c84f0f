"""Queries that narrow one another: a list never shows more than each of its conditions allows."""

from collections.abc import Mapping
from typing import Any

NOTHING = "\x00"
"""A value that no index of words holds."""

IMPOSSIBLE = {"UID": {"query": [NOTHING]}}
"""The condition that nothing meets, whatever the kind of the index at fault."""

ARRANGING = frozenset({"sort_on", "sort_order", "b_start", "b_size", "sort_limit"})
WORDS = frozenset({"SearchableText", "Title"})

Query = dict[str, Any]


def narrow(query: Mapping[str, Any], more: Mapping[str, Any]) -> Query:
    """Both queries at once. Conditions on one index are met together; arranging keys of ``more`` win.

    A condition is a value, a list of values (any of them), or a mapping with ``query`` and ``range``
    (``min``, ``max``, ``min:max``; bounds inclusive), ``operator`` or ``not``.
    """
    result = dict(query)
    for name, condition in more.items():
        if name in result and name not in ARRANGING:
            condition = _both(name, result[name], condition)
        result.update({name: condition} if condition else IMPOSSIBLE)
    return result


def values(condition: Any) -> list[Any]:
    """The values of a condition, whatever its form."""
    wanted = condition.get("query", []) if isinstance(condition, Mapping) else condition
    return list(wanted) if isinstance(wanted, list | tuple | set | frozenset) else [wanted]


def _both(name: str, one: Any, other: Any) -> Query:
    if name in WORDS:
        return {"query": " ".join(str(word) for condition in (one, other) for word in values(condition))}
    ranges = [condition for condition in (one, other) if _is_range(condition)]
    if len(ranges) == 2:
        return _tightest(*(_bounds(condition) for condition in ranges))
    if ranges:
        plain = other if ranges[0] is one else one
        return _listed([value for value in values(plain) if _inside(value, _bounds(ranges[0]))])
    kept = _listed([value for value in values(one) if value in values(other)])
    excluded = [value for condition in (one, other) for value in _excluded(condition)]
    return _with_exclusion(one, other, kept, excluded) if excluded else kept


def _with_exclusion(one: Any, other: Any, kept: Query, excluded: list[Any]) -> Query:
    wanting = [condition for condition in (one, other) if values(condition)]
    if not wanting:
        return {"not": excluded}
    wanted = values(wanting[0]) if len(wanting) == 1 else kept["query"]
    return _listed([value for value in wanted if value not in excluded])


def _excluded(condition: Any) -> list[Any]:
    excluded = condition.get("not", []) if isinstance(condition, Mapping) else []
    return list(excluded) if isinstance(excluded, list | tuple) else [excluded]


def _listed(wanted: list[Any]) -> Query:
    return {"query": wanted} if wanted else {}


def _is_range(condition: Any) -> bool:
    return isinstance(condition, Mapping) and bool(condition.get("range"))


def _bounds(condition: Mapping[str, Any]) -> tuple[Any, Any]:
    kind, wanted = condition["range"], values(condition)
    low = min(wanted) if "min" in kind else None
    high = max(wanted) if "max" in kind else None
    return low, high


def _inside(value: Any, bounds: tuple[Any, Any]) -> bool:
    low, high = bounds
    return bool((low is None or value >= low) and (high is None or value <= high))


def _tightest(one: tuple[Any, Any], other: tuple[Any, Any]) -> Query:
    lows = [low for low, _ in (one, other) if low is not None]
    highs = [high for _, high in (one, other) if high is not None]
    return span(max(lows) if lows else None, min(highs) if highs else None)


def span(low: Any, high: Any) -> Query:
    """The condition "from low to high", both inclusive; ``None`` leaves a side open; empty when impossible."""
    if low is None:
        return {"query": high, "range": "max"}
    if high is None:
        return {"query": low, "range": "min"}
    return {"query": [low, high], "range": "min:max"} if low <= high else {}
