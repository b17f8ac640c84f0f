from datetime import date

import pytest

from commune.urbanism.rules.legal_rules import Effect
from commune.urbanism.rules.tacit import TacitFacts, after_missed_decision

MISSED, DEPOSIT = date(2026, 6, 25), date(2026, 2, 10)


@pytest.mark.requirement("urbanism:S19", "urbanism:9.6", "urbanism:8.3-L09", "urbanism:8.3-L12")
def test_region_never_asked_has_forty_days_and_forty_more():
    tacit = after_missed_decision(MISSED, DEPOSIT, TacitFacts(publicity_or_opinions=True))
    assert (tacit.rule, tacit.deadline.start, tacit.deadline.due) == ("L09", date(2026, 6, 26), date(2026, 8, 5))
    assert (tacit.longest, tacit.refund, tacit.effect) == (date(2026, 9, 14), True, Effect.DEEMED_REFUSED)
    extended = after_missed_decision(MISSED, DEPOSIT, TacitFacts(publicity_or_opinions=True, extended=True))
    assert extended.deadline.due == date(2026, 9, 14)
    assert after_missed_decision(MISSED, DEPOSIT, TacitFacts(extended=True)).longest is None


@pytest.mark.requirement("urbanism:8.3-L10")
def test_region_that_answered_sends_its_proposal():
    tacit = after_missed_decision(MISSED, DEPOSIT, TacitFacts(region_asked=True, region_answered=True))
    assert (tacit.rule, tacit.deadline.due) == ("L10", date(2026, 7, 26))
    assert tacit.effect is Effect.SEISE_GOVERNMENT


@pytest.mark.requirement("urbanism:8.3-L11")
def test_region_asked_and_silent_is_a_refusal_at_once():
    tacit = after_missed_decision(MISSED, DEPOSIT, TacitFacts(region_asked=True))
    assert (tacit.rule, tacit.deadline.due) == ("L11", MISSED)
    assert tacit.deadline.figure.confidence == "B"


def test_former_laws_have_no_such_rule():
    assert after_missed_decision(MISSED, date(2016, 1, 1), TacitFacts()) is None
