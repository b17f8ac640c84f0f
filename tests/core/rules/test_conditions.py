"""Conditions as data."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import conditions as cd
from commune.core.rules.conditions import Kind

FIELDS = {
    "age": Kind.NUMBER,
    "street": Kind.TEXT,
    "owner": Kind.BOOLEAN,
    "start": Kind.DATE,
    "end": Kind.DATE,
    "asked": Kind.MOMENT,
    "works": Kind.LIST,
}


def test(name, check, value=None, **more):
    return {"field": name, "is": check, "value": value, **more}


test.__test__ = False


def codes(refusals):
    return [(refusal.code, refusal.place) for refusal in refusals]


@pytest.mark.requirement("eguichet:E-4")
@pytest.mark.parametrize(
    ("condition", "data", "holds"),
    [
        (None, {}, True),
        ({"all": []}, {}, True),
        ({"any": []}, {}, False),
        (test("age", "ge", 18), {"age": 18}, True),
        (test("age", "gt", 18), {"age": Decimal("18.0")}, False),
        (test("age", "lt", 18.5), {"age": 18}, True),
        (test("age", "le", 17), {"age": 18}, False),
        (test("age", "between", [18, 25]), {"age": 25}, True),
        (test("age", "between", [18]), {"age": 18}, False),
        (test("age", "eq", 18), {"age": 18.0}, True),
        (test("age", "eq", 1), {"age": True}, False),
        (test("age", "ge", 0), {"age": "abc"}, False),
        (test("age", "ge", 0), {"age": float("nan")}, False),
        (test("street", "contains", "ÉGLISE"), {"street": "rue de l'église"}, True),
        (test("street", "contains", 3), {"street": "rue"}, False),
        (test("street", "contains", ""), {"street": "rue"}, False),
        (test("works", "contains", "roof"), {"works": ["wall", "roof"]}, True),
        (test("street", "in", ["a", "b"]), {"street": "b"}, True),
        (test("street", "eq", ""), {}, True),
        (test("street", "ne", "a"), {}, True),
        (test("street", "empty"), {"street": "  "}, True),
        (test("works", "filled"), {"works": []}, False),
        (test("owner", "filled"), {"owner": False}, True),
        (test("start", "lt", "2026-05-04"), {"start": date(2026, 5, 3)}, True),
        (test("start", "lt", "2026-05-04"), {"start": "le 3 mai"}, False),
        (test("start", "lt", "2026-05-04"), {"start": datetime(2026, 5, 3)}, False),
        (test("asked", "gt", "2026-05-04T10:00:00+02:00"), {"asked": datetime(2026, 5, 4, 9, tzinfo=UTC)}, True),
        (test("asked", "gt", "2026-05-04T10:00:00"), {"asked": datetime(2026, 5, 4, 9)}, False),
        ({"field": "end", "is": "gt", "other": "start"}, {"start": date(2026, 1, 1), "end": date(2026, 1, 2)}, True),
        ({"not": test("owner", "eq", True)}, {"owner": True}, False),
        (
            {"any": [test("age", "ge", 65), {"all": [test("age", "ge", 18), test("owner", "eq", True)]}]},
            {"age": 30, "owner": True},
            True,
        ),
    ],
)
def test_evaluation(condition, data, holds):
    assert cd.evaluate(condition, data) is holds


@pytest.mark.requirement("eguichet:AC-51")
@given(
    check=st.sampled_from(sorted(cd.TESTS)),
    value=st.one_of(
        st.none(),
        st.text(),
        st.integers(),
        st.floats(),
        st.dates(),
        st.datetimes(),
        st.booleans(),
        st.lists(st.one_of(st.integers(), st.text())),
    ),
    wanted=st.one_of(st.none(), st.text(), st.integers(), st.dates(), st.lists(st.one_of(st.dates(), st.integers()))),
)
def test_no_value_is_ever_an_error(check, value, wanted):
    assert cd.evaluate(test("x", check, wanted), {"x": value}) in (True, False)
    assert cd.evaluate(test("x", check, wanted), {}) in (True, False)


@pytest.mark.requirement("meeting:BOD-4")
def test_an_explanation_shows_each_test_with_its_value():
    found = cd.explain({"all": [test("age", "ge", 18), {"not": test("street", "filled")}]}, {"age": 17})
    assert (found.test, found.outcome) == ("all", False)
    assert found.parts[0] == cd.Finding("/all/0", "ge", False, "age", 17, 18)
    assert found.parts[1].parts[0].path == "/all/1/not"
    assert cd.explain({"field": "x"}, {}).test == "malformed"
    assert cd.evaluate({"all": [3]}, {}) is False


@pytest.mark.requirement("eguichet:E-4", "meeting:BOD-4")
@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"all": [test("age", "ge", 18), test("street", "in", ["a"]), {"field": "works", "is": "filled"}]}, []),
        ({"field": "end", "is": "ge", "other": "start"}, []),
        ({"field": "street", "is": "in", "other": "works"}, []),
        (test("start", "between", ["2026-01-01", "2026-12-31"]), []),
        (test("asked", "lt", "2026-01-01T00:00:00"), []),
        (test("owner", "eq", True), []),
        (test("works", "contains", 3), []),
        ("age > 18", [("condition.not_an_object", "")]),
        ({"all": [{"any": [3]}]}, [("condition.not_an_object", "/all/0/any/0")]),
        ({"all": [], "any": []}, [("condition.mixed", "")]),
        ({"not": [test("age", "ge", 1)]}, [("condition.group", "")]),
        ({"all": test("age", "ge", 1)}, [("condition.group", "")]),
        (
            test("colour", "is blue", 3, why=1),
            [("condition.unknown_key", ""), ("condition.unknown_field", ""), ("condition.unknown_test", "")],
        ),
        ({"field": "age", "is": "gt", "other": "nothing"}, [("condition.unknown_field", "")]),
        ({"not": {"field": "age", "is": "gt"}}, [("condition.value_count", "/not")]),
        (test("age", "empty", 3), [("condition.value_count", "")]),
        (test("street", "gt", "a"), [("condition.not_ordered", "")]),
        ({"field": "end", "is": "gt", "other": "age"}, [("condition.kinds", "")]),
        ({"field": "end", "is": "between", "other": "start"}, [("condition.kinds", "")]),
        (test("street", "in", "a"), [("condition.list", "")]),
        (test("age", "between", [1]), [("condition.bounds", "")]),
        (test("age", "between", 1), [("condition.bounds", "")]),
        (test("age", "ge", "18"), [("condition.value_kind", "")]),
        (test("start", "ge", "hier"), [("condition.value_kind", "")]),
        (test("street", "in", ["a", 3]), [("condition.value_kind", "")]),
    ],
)
def test_faults_are_all_named_with_their_path(condition, expected):
    assert codes(cd.faults(condition, FIELDS)) == expected


@pytest.mark.requirement("eguichet:AC-51")
def test_dependencies_and_circles():
    condition = {"any": [test("a", "eq", 1), {"not": {"field": "b", "is": "gt", "other": "c"}}]}
    assert cd.dependencies(condition) == {"a", "b", "c"}
    assert cd.dependencies(None) == frozenset()
    graph = {
        "a": frozenset("b"),
        "b": frozenset("c"),
        "c": frozenset(),
        "d": frozenset("ac"),
        "e": frozenset("f"),
        "f": frozenset("g"),
        "g": frozenset("f"),
    }
    assert cd.cycle(graph) == ("f", "g", "f")
    assert cd.cycle({"a": frozenset("bc"), "b": frozenset("c")}) == ()
