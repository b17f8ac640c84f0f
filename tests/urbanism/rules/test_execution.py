from dataclasses import replace
from datetime import date

import pytest

from commune.core.rules.deadlines import Status
from commune.urbanism.rules import execution as ex
from commune.urbanism.rules.clocks import Dossier, clocks
from commune.urbanism.rules.steps import Marker, Step

LAPSE, DEPOSIT = date(2031, 6, 5), date(2026, 1, 5)


def clock(dossier, rule, today=date(2026, 7, 1)):
    return next(c for c in clocks(dossier, today) if c.rule.id == rule)


@pytest.mark.requirement("urbanism:S23", "urbanism:8.3-L13", "urbanism:8.3-L15")
def test_permit_is_executable_once_the_region_let_its_term_go():
    got = date(2026, 6, 10)
    steps = (
        Step("d", Marker.DEPOSIT, DEPOSIT, received_on=DEPOSIT),
        Step("r", Marker.REGION_NOTIFICATION, got, received_on=got),
        Step("a", Marker.DECISION_RECEIVED, got, received_on=got),
    )
    suspension = clock(Dossier("P", steps), "L13")
    assert (suspension.due, suspension.status) == (date(2026, 7, 10), Status.RUNNING)
    assert ex.executable_from(suspension.due) == date(2026, 7, 11)
    assert ex.executable_from(None) is None
    assert clock(Dossier("P", steps), "L15").due == date(2026, 7, 10)


@pytest.mark.requirement("urbanism:S41", "urbanism:8.3-L23")
def test_permit_is_prolonged_by_two_years_when_asked_in_time():
    offer = ex.prolongation(LAPSE, DEPOSIT)
    assert offer.latest_request == date(2031, 4, 21)
    assert ex.prolongation_warnings(date(2031, 4, 21), offer) == ()
    assert [r.code for r in ex.prolongation_warnings(date(2031, 4, 22), offer)] == ["lapse.late_request"]
    sent = date(2026, 6, 5)
    steps = (
        Step("d", Marker.DEPOSIT, DEPOSIT, received_on=DEPOSIT),
        Step("n", Marker.NOTIFICATION, sent, sent_on=sent),
    )
    permit = Dossier("P", steps)
    assert clock(permit, "L23").due == LAPSE
    assert clock(replace(permit, manual={"L23": (offer.extension,)}), "L23").due == date(2033, 6, 5)
    assert ex.prolongation(LAPSE, date(2016, 1, 1)) is None


@pytest.mark.requirement("urbanism:12.6")
def test_lapse_watch():
    assert ex.lapse_watch(LAPSE) == (date(2030, 6, 5), date(2031, 3, 7), date(2031, 4, 21))
