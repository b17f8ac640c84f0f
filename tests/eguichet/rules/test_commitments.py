from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.calendars import LAW
from commune.core.rules.deadlines import elapsed
from commune.eguichet.rules import commitments as cm
from commune.eguichet.rules.commitments import Alert, Kind, Pause, Promise

FIVE = Promise(Kind.COMMITMENT, 5, "commitment of the service")
TEN = Promise(Kind.LEGAL, 10, "law", working_days=False, moved=True)
RECEIVED = date(2026, 4, 2)


def april(day):
    return date(2026, 4, day)


@pytest.mark.requirement("eguichet:AC-83", "eguichet:E-13")
def test_working_days_pause_and_legal_limit():
    assert cm.answer_due(FIVE, RECEIVED, LAW).due == april(10)
    waited = cm.answer_due(FIVE, RECEIVED, LAW, [Pause(april(8), april(13))])
    assert (waited.due, waited.suspended_days) == (april(15), 3)
    assert cm.answer_due(TEN, RECEIVED, LAW).due == april(13)
    plain = Promise(Kind.LEGAL, 10, "law", working_days=False)
    assert cm.answer_due(plain, RECEIVED, LAW).due == april(12)


@pytest.mark.requirement("eguichet:E-13")
def test_nothing_is_due_while_the_citizen_is_awaited():
    waiting = cm.answer_due(FIVE, RECEIVED, LAW, [Pause(april(8), None)])
    assert (waiting.due, cm.alert_on(waiting, april(30), LAW)) == (None, Alert.NONE)


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(0, 5), st.integers(1, 30))
def test_a_pause_never_shortens(start, after, length):
    since = date.fromordinal(start.toordinal() + after)
    pause = Pause(since, date.fromordinal(since.toordinal() + length))
    assert cm.answer_due(FIVE, start, LAW, [pause]).due >= cm.answer_due(FIVE, start, LAW).due


@pytest.mark.requirement("eguichet:E-13")
@pytest.mark.parametrize(
    ("today", "alert"),
    [
        (date(2026, 4, 2), Alert.NONE), (date(2026, 4, 9), Alert.NONE), (date(2026, 4, 10), Alert.HALF),
        (date(2026, 4, 15), Alert.MOST), (date(2026, 4, 16), Alert.EVE), (date(2026, 4, 17), Alert.EVE),
        (date(2026, 4, 18), Alert.OVERDUE),
    ],
)  # fmt: skip
def test_alerts(today, alert):
    ten = cm.answer_due(Promise(Kind.COMMITMENT, 10, "commitment"), RECEIVED, LAW)
    assert ten.due == april(17)
    assert cm.alert_on(ten, today, LAW) is alert


@pytest.mark.requirement("eguichet:E-13")
def test_silence_proposes_and_never_before_the_end():
    assert cm.silence_proposal("accept", Alert.OVERDUE) == "propose_acceptance"
    assert cm.silence_proposal("refuse", Alert.OVERDUE) == "propose_refusal"
    assert cm.silence_proposal("refuse", Alert.EVE) == cm.silence_proposal("none", Alert.OVERDUE) == ""


@pytest.mark.requirement("eguichet:AC-85")
def test_reaction_time_over_the_clock_change_is_real_time():
    zone = ZoneInfo("Europe/Brussels")
    taken = elapsed(datetime(2026, 3, 27, 16, tzinfo=zone), datetime(2026, 3, 30, 9, tzinfo=zone))
    assert taken.total_seconds() == 64 * 3600
