from datetime import datetime, timedelta

import pytest

from commune.core.rules.refusals import Refusal
from commune.eguichet.rules import eligibility
from commune.eguichet.rules.eligibility import Conditions, Situation, Window

NOW = datetime(2026, 6, 15, 10, 0)
MAY, JUNE, JULY = datetime(2026, 5, 1), datetime(2026, 6, 1), datetime(2026, 7, 1)


def test_form_without_conditions_is_open_to_all():
    assert eligibility.submission_refusals(Conditions(), Situation(), NOW) == ()


@pytest.mark.requirement("eguichet:E-2.2")
@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([], ()),
        ([Window(MAY, JUNE), Window(JUNE, JULY)], ()),
        ([Window(opens_at=NOW)], ()),
        ([Window(closes_at=NOW)], (Refusal("form_closed", {"next": None}),)),
        ([Window(MAY, JUNE), Window(JULY)], (Refusal("form_closed", {"next": JULY}),)),
    ],
)
def test_windows(windows, expected):
    assert eligibility.window_refusals(windows, NOW) == expected


@pytest.mark.requirement("eguichet:E-2.2")
def test_two_places_left_take_exactly_two():
    received, refused = 98, 0
    for _ in range(10):
        if eligibility.quota_refusals(100, received):
            refused += 1
        else:
            received += 1
    assert (received, refused) == (100, 8)
    assert eligibility.quota_refusals(None, 10**6) == ()


@pytest.mark.requirement("eguichet:AC-59", "eguichet:E-6")
def test_level_proven_counts_not_level_asked():
    short = Refusal("level_insufficient", {"needed": 4, "proven": 3})
    assert eligibility.level_refusals(4, 3, NOW, NOW) == (short,)
    assert eligibility.level_refusals(4, 4, NOW, NOW) == ()


@pytest.mark.requirement("eguichet:E-6")
def test_strong_level_must_be_fresh():
    half_hour = timedelta(minutes=30)
    assert eligibility.level_refusals(3, 3, NOW - half_hour, NOW) == ()
    stale = (Refusal("level_stale", {"needed": 3}),)
    assert eligibility.level_refusals(3, 4, NOW - half_hour - timedelta(seconds=1), NOW) == stale
    assert eligibility.level_refusals(3, 4, None, NOW) == stale
    assert eligibility.level_refusals(2, 2, None, NOW) == ()


@pytest.mark.requirement("eguichet:E-2.2")
def test_all_reasons_come_together():
    conditions = Conditions((Window(JULY),), 0, 2, True, ("4999",), ("counter",))
    situation = Situation(level=1, postal_code="5000", open_reference="VAL-TREE-2026-00012")
    refusals = eligibility.submission_refusals(conditions, situation, NOW)
    assert [r.code for r in refusals] == [
        "form_closed", "quota_full", "level_insufficient",
        "already_open_request", "residents_only", "channel_not_allowed",
    ]  # fmt: skip
    allowed = Conditions(one_open_per_subject=True, postal_codes=("4999",), channels=("web",))
    assert eligibility.submission_refusals(allowed, Situation(postal_code="4999"), NOW) == ()
