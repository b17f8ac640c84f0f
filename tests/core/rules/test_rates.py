"""How often a caller may ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.rates import Bucket, spend


@pytest.mark.parametrize(
    ("bucket", "at", "expected"),
    [
        pytest.param(None, 0.0, (True, 59, 0), id="first-call"),
        pytest.param(Bucket(1.0, 0.0), 0.0, (True, 0, 0), id="last-one"),
        pytest.param(Bucket(0.0, 0.0), 0.0, (False, 0, 1), id="none-left"),
        pytest.param(Bucket(0.0, 0.0), 1.0, (True, 0, 0), id="a-second-later"),
        pytest.param(Bucket(0.0, 0.0), 3600.0, (True, 59, 0), id="never-above-a-minute"),
        pytest.param(Bucket(0.0, 9.0), 3.0, (False, 0, 1), id="a-clock-that-went-back"),
    ],
)
def test_a_call_takes_one(bucket, at, expected):
    spent = spend(bucket, at, 60)
    assert (spent.served, spent.left, spent.wait) == expected


@given(st.integers(1, 1000), st.lists(st.floats(0, 20), max_size=200))
def test_no_minute_serves_more_than_twice_the_figure_and_the_wait_told_suffices(figure, pauses):
    bucket, at, served = None, 0.0, 0
    for pause in pauses:
        at += pause
        spent = spend(bucket, at, figure)
        served += spent.served
        bucket = spent.bucket
        if not spent.served:
            assert spend(bucket, at + spent.wait, figure).served
    assert served <= figure + at * figure / 60 + 1e-6
