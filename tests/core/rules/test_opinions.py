"""Opinions of the finance director and of the fire service."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from commune.core.rules import opinions as op
from commune.core.rules.calendars import LAW
from commune.core.rules.counting import Unit
from commune.core.rules.deadlines import Delay, Suspension
from commune.core.rules.law import Figure
from commune.core.rules.opinions import Clock, Sense, State

ZONE = ZoneInfo("Europe/Brussels")
TEN = Figure(Delay(10, Unit.WORKING_DAYS), "CDLD L1124-40", date(2013, 9, 1))
FINANCE = op.OpinionRequest("finance", date(2026, 5, 7), TEN, alert=3, mandatory=True)
FIRE = op.OpinionRequest(
    "fire", date(2026, 6, 15), Figure(Delay(45), "CoDT D.IV.37", date(2017, 6, 1)), deemed=Sense.POSITIVE
)


def at(month, day, hour=10):
    return datetime(2026, month, day, hour, tzinfo=ZONE)


def seen(request, moment, suspensions=()):
    found = op.standing(request, moment, LAW, suspensions)
    return found.state, found.clock, found.days_left


@pytest.mark.requirement("meeting:ADV-6", "meeting:AC-61")
def test_the_clock_of_an_awaited_opinion():
    assert seen(FINANCE, at(5, 18)) == (State.WAITING, Clock.IN_TIME, 4)
    assert seen(FINANCE, at(5, 19)) == (State.WAITING, Clock.ALERT, 3)
    assert seen(FINANCE, at(5, 22, 23)) == (State.WAITING, Clock.ALERT, 0)
    assert seen(FINANCE, at(5, 23, 0)) == (State.LAPSED, Clock.TIMED_OUT, 0)


@pytest.mark.requirement("meeting:ADV-6")
def test_a_given_opinion_stops_its_clock_in_time_or_late():
    given = replace(FINANCE, sense=Sense.NEGATIVE, given_at=at(5, 22, 23))
    assert seen(given, at(6, 30)) == (State.GIVEN, Clock.STOPPED_IN_TIME, None)
    assert seen(replace(given, given_at=at(5, 23, 0)), at(6, 30))[1] is Clock.STOPPED_LATE


@pytest.mark.requirement("meeting:ADV-11")
def test_asked_again():
    again = replace(FINANCE, sense=Sense.NEGATIVE, given_at=at(5, 11), asked_again=True)
    assert seen(again, at(5, 18)) == (State.ASKED_AGAIN, Clock.IN_TIME, 4)


@pytest.mark.requirement("meeting:AC-63")
def test_clocks_without_an_end():
    assert seen(replace(FINANCE, started=None), at(5, 18))[1] is Clock.NOT_STARTED
    assert seen(FINANCE, at(5, 18), [Suspension(date(2026, 5, 18), None)])[1] is Clock.SUSPENDED
    assert seen(replace(FINANCE, figure=None), at(5, 18))[1] is Clock.NO_LIMIT
    assert seen(op.OpinionRequest("x"), at(5, 18))[1] is Clock.NOT_STARTED


@pytest.mark.requirement("urbanism:8.3-L05")
def test_silence_is_proposed_as_favourable_then_confirmed_or_by_law():
    assert seen(FIRE, at(7, 30))[0] is State.WAITING
    late = op.standing(FIRE, at(7, 31), LAW)
    assert (late.state, late.propose_deemed, late.sense) == (State.LAPSED, True, None)
    confirmed = op.standing(replace(FIRE, deemed_confirmed=True), at(7, 31), LAW)
    assert (confirmed.state, confirmed.sense) == (State.DEEMED, Sense.POSITIVE)
    assert op.standing(replace(FIRE, deemed_by_law=True), at(7, 31), LAW).state is State.DEEMED


@pytest.mark.requirement("meeting:ADV-9")
def test_a_mandatory_opinion_blocks_until_given_or_lapsed():
    pairs = [
        (request, op.standing(request, at(5, 18), LAW))
        for request in (FINANCE, FIRE, op.OpinionRequest("y", mandatory=True))
    ]
    assert [(r.code, r.data["service"], r.data["due"]) for r in op.blocking(pairs)] == [
        ("opinion.awaited", "finance", date(2026, 5, 22)),
        ("opinion.awaited", "y", None),
    ]
    assert op.blocking([(FINANCE, op.standing(FINANCE, at(5, 23), LAW))]) == ()


def test_giving():
    offered = [Sense.POSITIVE, Sense.NEGATIVE]
    assert op.giving_refusals(Sense.POSITIVE, offered) == ()
    assert [r.code for r in op.giving_refusals(Sense.NEGATIVE, offered)] == ["opinion.reason"]
    assert [r.code for r in op.giving_refusals(Sense.RETURNED, offered, comment="incomplet")] == ["opinion.sense"]
