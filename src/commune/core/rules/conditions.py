"""Conditions as data: one small, total, side-effect-free form for forms, bodies, documents and lists.

A condition is plain JSON::

    {"all": [condition, ...]}    every one holds (an empty list holds)
    {"any": [condition, ...]}    at least one holds (an empty list does not)
    {"not": condition}
    {"field": "age", "is": "ge", "value": 18}

Tests: ``eq ne in contains empty filled gt ge lt le between``. ``in`` takes a list, ``between``
a list of two inclusive bounds, ``empty`` and ``filled`` no value. ``{"field": "end", "is": "gt",
"other": "start"}`` compares with another field. An undefined field is empty; an ordering test or
``contains`` with an empty side is false, never an error. Text is compared as written.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from commune.core.rules.refusals import Refusal, Refusals

Data = Mapping[str, object]


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    LIST = "list"


ORDERED = frozenset({Kind.NUMBER, Kind.DATE, Kind.MOMENT})
_ORDER_TESTS = frozenset({"gt", "ge", "lt", "le", "between"})
_BARE_TESTS = frozenset({"empty", "filled"})
_GROUPS = ("all", "any", "not")


def is_empty(value: object) -> bool:
    """Whether a value counts as not given: ``None``, blank text, an empty collection. ``False`` and 0 are given."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, (list, tuple, set, frozenset, dict)) and not value)


def _number(value: object) -> Decimal | None:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    return Decimal(str(value)) if isinstance(value, float) and value == value else None


def _moment(value: object) -> tuple[int, float, str] | None:
    """A sort key for dates, aware and naive moments and their ISO text; different sorts never compare."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        if value.tzinfo:
            return (0, value.timestamp(), "aware")
        return (
            value.toordinal(),
            value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6,
            "naive",
        )
    return (value.toordinal(), 0.0, "date") if isinstance(value, date) else None


def _compare(one: object, other: object) -> int | None:
    """-1, 0, 1, or ``None`` when the two cannot be ordered."""
    numbers = (_number(one), _number(other))
    if numbers[0] is not None and numbers[1] is not None:
        return (numbers[0] > numbers[1]) - (numbers[0] < numbers[1])
    moments = (_moment(one), _moment(other))
    if moments[0] is None or moments[1] is None or moments[0][2] != moments[1][2]:
        return None
    return (moments[0] > moments[1]) - (moments[0] < moments[1])


def _equal(one: object, other: object) -> bool:
    if is_empty(one) or is_empty(other):
        return is_empty(one) and is_empty(other)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other or _compare(one, other) == 0


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]


def _contains(value: object, wanted: object) -> bool:
    if is_empty(value) or is_empty(wanted):
        return False
    if isinstance(value, str):
        return isinstance(wanted, str) and wanted.casefold() in value.casefold()
    return any(_equal(item, wanted) for item in _items(value))


def _between(value: object, bounds: object) -> bool:
    pair = _items(bounds)
    return len(pair) == 2 and _compare(value, pair[0]) in (0, 1) and _compare(value, pair[1]) in (-1, 0)


TESTS: Mapping[str, Callable[[object, object], bool]] = {
    "eq": _equal,
    "ne": lambda value, wanted: not _equal(value, wanted),
    "in": lambda value, wanted: any(_equal(value, item) for item in _items(wanted)),
    "contains": _contains,
    "empty": lambda value, _wanted: is_empty(value),
    "filled": lambda value, _wanted: not is_empty(value),
    "gt": lambda value, wanted: _compare(value, wanted) == 1,
    "ge": lambda value, wanted: _compare(value, wanted) in (0, 1),
    "lt": lambda value, wanted: _compare(value, wanted) == -1,
    "le": lambda value, wanted: _compare(value, wanted) in (-1, 0),
    "between": _between,
}


@dataclass(frozen=True)
class Finding:
    """One node of an explained condition: where, what was asked, the field's value, whether it holds."""

    path: str
    test: str
    outcome: bool
    field: str = ""
    value: object = None
    wanted: object = None
    parts: tuple["Finding", ...] = ()


def explain(condition: Data, data: Data, path: str = "") -> Finding:
    """Evaluate ``condition`` on ``data`` and keep every test with its value and outcome.

    A malformed node (which :func:`faults` refuses at save) does not hold and is called ``malformed``.
    """
    group = next((name for name in _GROUPS if name in condition), None)
    if group is not None:
        parts = tuple(explain(part, data, where) for part, where in _parts(condition, group, path))
        return Finding(path, group, _JOIN[group]([part.outcome for part in parts]), parts=parts)
    name, test = condition.get("field"), condition.get("is")
    if not isinstance(name, str) or not isinstance(test, str) or test not in TESTS:
        return Finding(path, "malformed", False)
    other = condition.get("other")
    wanted = data.get(other) if isinstance(other, str) else condition.get("value")
    return Finding(path, test, TESTS[test](data.get(name), wanted), name, data.get(name), wanted)


_JOIN: Mapping[str, Callable[[list[bool]], bool]] = {"all": all, "any": any, "not": lambda found: not any(found)}


def evaluate(condition: Data | None, data: Data) -> bool:
    """Whether ``condition`` holds for ``data``; no condition always holds. Never raises."""
    return True if not condition else explain(condition, data).outcome


def _parts(condition: Data, group: str, path: str) -> Iterator[tuple[Data, str]]:
    content = condition[group]
    listed = content if isinstance(content, (list, tuple)) else [content]
    for index, part in enumerate(listed):
        where = f"{path}/{group}" if group == "not" else f"{path}/{group}/{index}"
        yield (part if isinstance(part, Mapping) else {}), where


def dependencies(condition: Data | None) -> frozenset[str]:
    """The fields that a condition reads."""
    if not condition:
        return frozenset()
    group = next((name for name in _GROUPS if name in condition), None)
    if group is not None:
        return frozenset().union(*(dependencies(part) for part, _where in _parts(condition, group, "")))
    return frozenset(name for key in ("field", "other") if isinstance(name := condition.get(key), str))


def faults(condition: object, fields: Mapping[str, Kind], path: str = "") -> Refusals:
    """Everything wrong with a condition, each with its path (``/all/1``), against known fields and their kinds."""
    if not isinstance(condition, Mapping):
        return (Refusal("condition.not_an_object", place=path),)
    groups = [name for name in _GROUPS if name in condition]
    if not groups:
        return _test_faults(condition, fields, path)
    if len(condition) != 1:
        return (Refusal("condition.mixed", {"keys": sorted(map(str, condition))}, path),)
    group = groups[0]
    if (group == "not") == isinstance(condition[group], (list, tuple)):
        return (Refusal("condition.group", {"group": group}, path),)
    listed = [condition[group]] if group == "not" else condition[group]
    places = [where for _part, where in _parts(condition, group, path)]
    return tuple(fault for part, where in zip(listed, places, strict=True) for fault in faults(part, fields, where))


def _test_faults(test: Mapping[str, object], fields: Mapping[str, Kind], path: str) -> Refusals:
    found = [Refusal("condition.unknown_key", {"key": key}, path) for key in test if key not in _TEST_KEYS]
    for key in ("field", "other"):
        if (key == "field" or key in test) and test.get(key) not in fields:
            found.append(Refusal("condition.unknown_field", {"field": test.get(key)}, path))
    name = test.get("is")
    if name not in TESTS:
        found.append(Refusal("condition.unknown_test", {"test": name}, path))
    return tuple(found) or _value_faults(test, fields, path)


_TEST_KEYS = frozenset({"field", "is", "value", "other"})


def _value_faults(test: Mapping[str, object], fields: Mapping[str, Kind], path: str) -> Refusals:
    name, kind, value = str(test["is"]), fields[str(test["field"])], test.get("value")
    given = ("value" in test) + ("other" in test)
    if given != (0 if name in _BARE_TESTS else 1):
        return (Refusal("condition.value_count", {"test": name}, path),)
    if name in _ORDER_TESTS and kind not in ORDERED:
        return (Refusal("condition.not_ordered", {"test": name, "kind": kind}, path),)
    if "other" in test:
        other = fields[str(test["other"])]
        alike = other is kind or name in ("in", "contains")
        return (
            () if alike and name != "between" else (Refusal("condition.kinds", {"kind": kind, "other": other}, path),)
        )
    if name == "in" and not isinstance(value, (list, tuple)):
        return (Refusal("condition.list", {"test": name}, path),)
    if name == "between" and (not isinstance(value, (list, tuple)) or len(value) != 2):
        return (Refusal("condition.bounds", {"test": name}, path),)
    wrong = [item for item in _items(value) if name not in _BARE_TESTS and not _fits(item, kind)]
    return tuple(Refusal("condition.value_kind", {"value": item, "kind": kind}, path) for item in wrong)


def _fits(value: object, kind: Kind) -> bool:
    fits: Mapping[Kind, bool] = {
        Kind.TEXT: isinstance(value, str),
        Kind.NUMBER: _number(value) is not None,
        Kind.BOOLEAN: isinstance(value, bool),
        Kind.DATE: (_moment(value) or (0, 0.0, ""))[2] == "date",
        Kind.MOMENT: (_moment(value) or (0, 0.0, ""))[2] in ("aware", "naive"),
        Kind.LIST: True,
    }
    return fits[kind]


def cycle(graph: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """A circle in ``graph`` (name -> names it reads), first name repeated at the end; empty when there is none."""
    done: set[str] = set()
    for name in sorted(graph):
        found = _walk(name, graph, [], done)
        if found:
            return found
    return ()


def _walk(name: str, graph: Mapping[str, frozenset[str]], trail: list[str], done: set[str]) -> tuple[str, ...]:
    if name in trail:
        return (*trail[trail.index(name) :], name)
    if name in done:
        return ()
    for other in sorted(graph.get(name, ())):
        found = _walk(other, graph, [*trail, name], done)
        if found:
            return found
    done.add(name)
    return ()
