"""Conditions as lines and back: the same for every data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.condition_lines import MOST, Line, condition_of, lines
from commune.core.rules.conditions import evaluate

TESTS = st.one_of(
    st.fixed_dictionaries(
        {"field": st.sampled_from("ab"), "is": st.sampled_from(["eq", "gt", "ne"]), "value": st.integers(0, 2)}
    ),
    st.fixed_dictionaries({"field": st.just("a"), "is": st.just("lt"), "other": st.just("b")}),
    st.fixed_dictionaries({"field": st.just("b"), "is": st.sampled_from(["empty", "filled"])}),
)  # fmt: skip
TREES = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=6,
)


@pytest.mark.requirement("meeting:BOD-4")
@given(TREES, st.one_of(st.none(), st.integers(0, 2)), st.one_of(st.none(), st.integers(0, 2)))
def test_the_lines_of_a_condition_hold_when_it_holds(tree, a, b):
    found = lines(tree)
    assert found is not None
    assert evaluate(condition_of(found), {"a": a, "b": b}) == evaluate(tree, {"a": a, "b": b})


@pytest.mark.parametrize("odd", [{"all": []}, {"any": []}, {"is": "eq"}, {"not": 3}, {"any": [{"all": []}]}])
def test_what_is_constant_or_malformed_has_no_lines(odd):
    assert lines(odd) is None


def test_what_is_too_large_has_no_lines_and_nothing_is_no_line():
    pair = {"any": [{"field": "a", "is": "eq", "value": 1}, {"field": "b", "is": "eq", "value": 1}]}
    assert lines({"all": [pair] * 12}) is None and lines({"any": [pair] * (MOST // 2 + 1)}) is None
    assert (lines(None), lines({}), condition_of(())) == ((), (), None)


def test_one_line_is_one_test():
    line = Line(1, "amount", "gt", 30000)
    assert condition_of([line]) == {"field": "amount", "is": "gt", "value": 30000}
    assert lines({"any": {"field": "amount", "is": "gt", "value": 30000}}) == (line,)
    two = condition_of([Line(2, "a", "empty", negated=True), Line(1, "a", "eq", other="b")])
    assert two == {"any": [{"field": "a", "is": "eq", "other": "b"}, {"not": {"field": "a", "is": "empty"}}]}
