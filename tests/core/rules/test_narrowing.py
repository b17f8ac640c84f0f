"""Queries narrow one another; nothing is widened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.narrowing import IMPOSSIBLE, narrow, span, values

STATES = st.lists(st.sampled_from("abcd"), min_size=1, unique=True)
TABLE = [
    ("other indexes stand side by side", {"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
    ("values in common", {"s": ["x", "y"]}, {"s": {"query": ["y", "z"]}}, {"s": {"query": ["y"]}}),
    ("one value against several", {"s": "x"}, {"s": ["x", "y"]}, {"s": {"query": ["x"]}}),
    ("nothing in common", {"s": "x"}, {"s": "y"}, {"s": "x", **IMPOSSIBLE}),
    ("two ranges", {"d": span(1, 9)}, {"d": span(3, None)}, {"d": {"query": [3, 9], "range": "min:max"}}),
    ("until twice", {"d": span(None, 9)}, {"d": span(None, 4)}, {"d": {"query": 4, "range": "max"}}),
    ("from twice", {"d": span(2, None)}, {"d": span(4, None)}, {"d": {"query": 4, "range": "min"}}),
    ("ranges apart", {"d": span(1, 2)}, {"d": span(3, 4)}, {"d": span(1, 2), **IMPOSSIBLE}),
    ("values inside a range", {"d": [1, 5, 9]}, {"d": span(2, 6)}, {"d": {"query": [5]}}),
    ("a range around values", {"d": span(None, 6)}, {"d": [1, 5, 9]}, {"d": {"query": [1, 5]}}),
    ("words add up", {"Title": "road"}, {"Title": {"query": "bump*"}}, {"Title": {"query": "road bump*"}}),
    ("but not", {"s": ["x", "y"]}, {"s": {"not": "y"}}, {"s": {"query": ["x"]}}),
    ("neither nor", {"s": {"not": ["x"]}}, {"s": {"not": ["y"]}}, {"s": {"not": ["x", "y"]}}),
    ("both said and refused", {"s": ["x", "y"]}, {"s": {"query": ["x"], "not": ["z"]}}, {"s": {"query": ["x"]}}),
    ("the later order wins", {"sort_on": "a"}, {"sort_on": "b"}, {"sort_on": "b"}),
]


@pytest.mark.parametrize(("one", "other", "both"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_two_queries_at_once(one, other, both):
    assert narrow(one, other) == both


@given(STATES, STATES)
def test_no_value_appears_that_one_of_them_refuses(one, other):
    result = narrow({"s": one}, {"s": other})
    kept = set() if result.get("UID") == IMPOSSIBLE["UID"] else set(values(result["s"]))
    assert kept == set(one) & set(other)
