"""Computed values as data."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules import computations as cp
from commune.core.rules.computations import compute

BIRTH, TODAY = {"field": "birth"}, {"field": "today"}


def op(name, *of):
    return {"compute": name, "of": list(of)}


@pytest.mark.requirement("eguichet:E-4")
@pytest.mark.parametrize(
    ("computation", "data", "value"),
    [
        (op("count", {"field": "rows"}, {"value": "x"}), {"rows": ["a", "", "b"]}, 3),
        (op("sum", {"field": "rows"}, {"value": 0.1}), {"rows": [1, True, "2", Decimal("0.2")]}, Decimal("1.3")),
        (op("sum", op("sum", {"value": 1}), {"field": "no"}), {}, Decimal(1)),
        (op("sum", {"value": float("inf")}), {}, Decimal(0)),
        (op("age", BIRTH, TODAY), {"birth": date(2008, 2, 29), "today": "2026-02-28"}, 18),
        (op("age", BIRTH, TODAY), {"birth": date(2008, 6, 16), "today": datetime(2026, 6, 15, 23)}, 17),
        (op("age", BIRTH, TODAY), {"birth": date(2027, 1, 1), "today": date(2026, 6, 15)}, None),
        (op("age", BIRTH, TODAY), {"birth": "hier", "today": date(2026, 6, 15)}, None),
        (op("days_between", BIRTH, TODAY), {"birth": date(2026, 6, 1), "today": date(2026, 6, 15)}, 14),
        (op("days_between", BIRTH, TODAY), {}, None),
        (op("add_days", TODAY, {"value": -3}), {"today": date(2026, 6, 15)}, date(2026, 6, 12)),
        (op("add_working_days", TODAY, {"value": 5}), {"today": date(2026, 4, 30)}, date(2026, 5, 8)),
        (op("add_working_days", TODAY, {"value": -1}), {"today": date(2026, 5, 4)}, date(2026, 4, 30)),
        (op("add_days", TODAY, {"value": 10**9}), {"today": date(2026, 6, 15)}, None),
        (op("add_days", TODAY), {"today": date(2026, 6, 15)}, None),
        (op("add_days", TODAY, {"value": None}), {"today": date(2026, 6, 15)}, None),
        (op("explode"), {}, None),
        ({"compute": "sum"}, {}, None),
        ("sum", {}, None),
    ],
)
def test_values(computation, data, value):
    assert compute(computation, data) == value


@pytest.mark.requirement("eguichet:AC-51")
@given(
    st.sampled_from(sorted(cp.OPERATIONS)),
    st.lists(st.one_of(st.none(), st.dates(), st.integers(), st.text(), st.floats())),
)
def test_nothing_typed_is_ever_an_error(name, values):
    compute(op(name, *({"value": value} for value in values)), {})


@pytest.mark.requirement("eguichet:E-4")
def test_faults_and_dependencies():
    good = op("sum", {"field": "a"}, op("count", {"field": "b"}), {"value": 2})
    assert cp.computation_faults(good, {"a", "b"}) == ()
    assert cp.reads(good) == {"a", "b"}
    assert cp.reads("sum") == frozenset()
    bad = op("sum", 3, {"field": "z"}, op("age", {"value": 1}), op("explode"), {"compute": "sum"})
    assert [(r.code, r.place) for r in cp.computation_faults(bad, {"a"})] == [
        ("computation.form", "/of/0"),
        ("condition.unknown_field", "/of/1"),
        ("computation.operands", "/of/2"),
        ("computation.unknown", "/of/3"),
        ("computation.operands", "/of/4"),
    ]
