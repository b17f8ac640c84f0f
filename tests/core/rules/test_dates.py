"""Days and moments as they are read in each language."""

from datetime import UTC, date, datetime

import pytest

from commune.core.rules.dates import long_date, moment


@pytest.mark.parametrize(
    ("day", "language", "weekday", "expected"),
    [
        pytest.param(date(2026, 3, 1), "fr", False, "1er mars 2026", id="first-of-the-month-in-french"),
        pytest.param(date(2026, 3, 11), "fr", False, "11 mars 2026", id="eleventh-is-no-first"),
        pytest.param(date(2026, 3, 1), "fr", True, "dimanche 1er mars 2026", id="with-weekday"),
        pytest.param(date(2026, 3, 1), "nl", False, "1 maart 2026", id="dutch"),
        pytest.param(date(2026, 3, 1), "de", False, "1. März 2026", id="german"),
        pytest.param(date(2026, 3, 1), "en", False, "1 March 2026", id="english"),
        pytest.param(date(2026, 3, 2), "fr-be", False, "2 mars 2026", id="with-country"),
        pytest.param(date(2026, 3, 2), "xx-nowhere", False, "2 mars 2026", id="unknown-reads-french"),
    ],
)
def test_a_day_in_full(day, language, weekday, expected):
    assert long_date(day, language, weekday) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        pytest.param(datetime(2026, 1, 31, 23, 30, tzinfo=UTC), "1er février 2026, 00:30", id="winter-next-day"),
        pytest.param(datetime(2026, 7, 1, 12, 5, tzinfo=UTC), "1er juillet 2026, 14:05", id="summer"),
    ],
)
def test_a_moment_is_told_in_local_time(at, expected):
    assert moment(at) == expected
