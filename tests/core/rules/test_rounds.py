"""When work that comes back regularly is due."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.rounds import EACH_MINUTE, NIGHTLY, due, lag, last_hour

NOW = datetime(2026, 7, 1, 9, tzinfo=UTC)
YESTERDAY = datetime(2026, 6, 30, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "wanted"),
    [
        pytest.param(None, NOW, True, id="never done"),
        pytest.param(NOW - timedelta(hours=1), NOW, False, id="done this morning"),
        pytest.param(datetime(2026, 6, 30, 0, 30, tzinfo=UTC), NOW, True, id="done yesterday, late today"),
        pytest.param(YESTERDAY, datetime(2026, 6, 30, 23, 30, tzinfo=UTC), False, id="half past one, local"),
        pytest.param(YESTERDAY, datetime(2026, 7, 1, 0, 0, tzinfo=UTC), True, id="two, local"),
    ],
)  # fmt: skip
def test_nightly_work_is_done_once_a_local_day_after_two(last, now, wanted) -> None:
    assert due(NIGHTLY, last, now) is wanted


@given(st.integers(0, 600))
def test_other_work_waits_its_time(seconds: int) -> None:
    assert due(EACH_MINUTE, NOW - timedelta(seconds=seconds), NOW) is (seconds >= 60)
    assert due(EACH_MINUTE, None, NOW)


@pytest.mark.parametrize(
    ("finished", "now", "hours"),
    [
        pytest.param(None, NOW, 9, id="never"),
        pytest.param(NOW - timedelta(hours=1), NOW, 0, id="this morning"),
        pytest.param(YESTERDAY, NOW, 9, id="the night before"),
        pytest.param(YESTERDAY, datetime(2026, 6, 30, 23, 30, tzinfo=UTC), 0, id="half past one, local"),
    ],
)
def test_how_late_nightly_work_is(finished, now, hours) -> None:
    assert lag(NIGHTLY, finished, now) == timedelta(hours=hours)
    assert last_hour(NIGHTLY, now) <= now
