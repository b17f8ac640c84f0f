from dataclasses import replace
from datetime import date

import pytest

from commune.urbanism.rules import claims as cl
from commune.urbanism.rules.claims import Claim, Counters
from commune.urbanism.rules.consultations import period

INQUIRY = period(date(2026, 4, 20), 15)
LETTER = Claim("written", date(2026, 5, 4))
LATE = replace(LETTER, sent_on=date(2026, 5, 5))
PETITION = Claim("petition", date(2026, 4, 30), signatures=400)


@pytest.mark.requirement("urbanism:9.5")
def test_sending_decides_whether_a_claim_is_late():
    assert not cl.is_late(LETTER, INQUIRY)
    assert cl.is_late(LATE, INQUIRY)
    assert cl.is_late(replace(LETTER, sent_on=date(2026, 4, 19)), INQUIRY)


@pytest.mark.requirement("urbanism:9.5")
def test_counters():
    claims = [LETTER, replace(LETTER, resident=False), replace(LETTER, kind="oral"), PETITION, LATE]
    assert cl.counters(claims, INQUIRY) == Counters(2, 1, 1, 400, 1, 3)


@pytest.mark.requirement("urbanism:S35", "urbanism:8.3-L16")
@pytest.mark.parametrize(
    ("claims", "inhabitants", "commission", "reached"),
    [
        pytest.param([LETTER] * 49, 24_000, False, False, id="one short"),
        pytest.param([LETTER] * 50, 24_000, False, True, id="reached"),
        pytest.param([LETTER] * 50, 24_000, True, False, id="with a commission"),
        pytest.param([PETITION], 24_000, False, False, id="petition alone"),
        pytest.param([LETTER] * 49 + [LATE], 24_000, False, False, id="a late one"),
        pytest.param([LETTER] * 49 + [replace(LETTER, motivated=False)], 24_000, False, False, id="a bare one"),
        pytest.param([LETTER] * 25, 9_999, False, True, id="small commune"),
        pytest.param([LETTER] * 25, 10_000, False, False, id="lower bound included"),
        pytest.param([LETTER] * 299, 100_000, False, False, id="big city"),
    ],
)
def test_region_may_appeal(claims, inhabitants, commission, reached):
    found = cl.region_may_appeal(claims, INQUIRY, inhabitants, commission, date(2026, 6, 1))
    assert (found is not None) is reached


def test_no_appeal_before_the_law():
    assert cl.region_may_appeal([LETTER] * 500, INQUIRY, 24_000, False, date(2016, 1, 1)) is None
