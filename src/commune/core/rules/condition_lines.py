"""A condition as lines that a person can read and change: alternatives of tests that hold together.

Every condition can be written so (a disjunction of conjunctions); what is saved is a condition again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

Condition = Mapping[str, object]
MOST = 200
"""More lines than this are not shown: a condition of that size is changed in the exported document."""


@dataclass(frozen=True)
class Line:
    """One test. It holds with the others of its ``alternative`` (from 1); ``negated``: it must not hold.

    ``value`` as in the condition; ``other``: the field compared with, instead of a value.
    """

    alternative: int
    field: str
    test: str
    value: object = None
    other: str = ""
    negated: bool = False


Tests = tuple[tuple[Condition, bool], ...]
Alternatives = tuple[Tests, ...]


def lines(condition: Condition | None) -> tuple[Line, ...] | None:
    """The lines of a condition; none for no condition, ``None`` when it is malformed, constant or beyond :data:`MOST`.

    :func:`condition_of` makes of them a condition that holds for the same data.
    """
    if not condition:
        return ()
    found = _alternatives(condition, False)
    if not found or not all(found) or sum(len(tests) for tests in found) > MOST:
        return None
    return tuple(_line(number, *test) for number, tests in enumerate(found, 1) for test in tests)


def _line(number: int, test: Condition, negated: bool) -> Line:
    other = test.get("other")
    return Line(
        number, str(test.get("field", "")), str(test.get("is", "")), test.get("value"), str(other or ""), negated
    )


def _alternatives(node: object, negated: bool) -> Alternatives:
    """The disjunction; empty: never holds. More than can be shown is cut to one too many."""
    if not isinstance(node, Mapping):
        return ()
    if "not" in node:
        return _alternatives(node["not"], not negated)
    group = next((name for name in ("all", "any") if name in node), None)
    if group is None:
        return (((node, negated),),) if "field" in node else ()
    listed = node[group]
    parts = [_alternatives(part, negated) for part in (listed if isinstance(listed, (list, tuple)) else [listed])]
    if (group == "any") != negated:
        return tuple(tests for part in parts for tests in part)
    return _joined(parts)


def _joined(parts: Iterable[Alternatives]) -> Alternatives:
    found: Alternatives = ((),)
    for part in parts:
        found = tuple((*left, *right) for left, right in product(found, part))
        if len(found) > MOST:
            return found
    return found


def condition_of(given: Iterable[Line]) -> dict[str, object] | None:
    """The condition that these lines say; ``None`` when there is none."""
    alternatives: dict[int, list[dict[str, object]]] = {}
    for line in given:
        alternatives.setdefault(line.alternative, []).append(_test(line))
    joined: list[object] = [
        tests[0] if len(tests) == 1 else {"all": tests} for _number, tests in sorted(alternatives.items())
    ]
    if not joined:
        return None
    return {"any": joined} if len(joined) > 1 else dict(joined[0])  # type: ignore[call-overload]


def _test(line: Line) -> dict[str, object]:
    test: dict[str, object] = {"field": line.field, "is": line.test}
    if line.other:
        test["other"] = line.other
    elif line.test not in ("empty", "filled"):
        test["value"] = line.value
    return {"not": test} if line.negated else test
