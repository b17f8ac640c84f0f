"""The terms of a permit follow its steps, by the law of its deposit."""

from datetime import date

import pytest
from plone import api

from commune.core.interfaces import IProcess
from commune.core.workflow import clocks
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.process import Refused
from commune.urbanism.workflow.clocks import clock_of
from tests.clocks import on
from tests.urbanism.permits import complete, permit, told


def next_due(made):
    clock = clocks.next_due(made)
    return clock and clock.deadline.due


@pytest.fixture()
def portal(integration):
    with on(date(2026, 7, 15)):
        yield integration["portal"]


@pytest.mark.requirement("urbanism:S01")
@pytest.mark.parametrize(
    ("deposit", "due"),
    [
        pytest.param("2026-07-01", date(2026, 7, 31), id="since-april-2024-thirty-days"),
        pytest.param("2024-03-31", date(2024, 4, 20), id="before-twenty-days"),
    ],
)
def test_completeness_by_the_law_of_the_deposit(portal, deposit, due):
    made = permit(submitted_on=deposit)
    clock = clock_of(made, "L01")
    assert (clock.due, next_due(made)) == (due, due)
    assert "D.IV.33" in clock.deadline.trace[0].article


@pytest.mark.requirement("urbanism:S11")
def test_the_decision_term_runs_from_the_day_the_acknowledgement_was_sent(portal):
    made = permit(submitted_on="2026-02-10")
    made.procedure_choice = {"external_opinions"}
    told(made, "acknowledgment", date(2026, 3, 2))
    IProcess(made).perform(SYSTEM, "mark_complete")
    assert (clock_of(made, "L07").due, next_due(made)) == (date(2026, 5, 16), date(2026, 5, 16))


@pytest.mark.requirement("urbanism:S09")
def test_a_prorogation_sent_in_time_adds_twenty_days(portal):
    made = complete(permit(submitted_on="2026-02-10"), date(2026, 3, 2))
    with pytest.raises(Refused) as refused:
        told(made, "extension", date(2026, 5, 18))
    assert [r.code for r in refused.value.refusals] == ["prorogation.too_late"]
    told(made, "extension", date(2026, 5, 11))
    assert clock_of(made, "L07").due == date(2026, 6, 5)


def test_the_term_presses_until_the_decision_is_sent(portal):
    made = complete(permit())
    told(made, "decision", date(2026, 7, 14), data={"sense": "refused", "by": "college"})
    IProcess(made).perform(SYSTEM, "refuse")
    assert next_due(made) == date(2026, 9, 23)
    assert api.content.find(UID=made.UID(), unrestricted=True)[0].next_due == date(2026, 9, 23)
    told(made, "notification", date(2026, 7, 15))
    assert next_due(made) is None


@pytest.mark.requirement("urbanism:5.1")
def test_deemed_complete_once_the_term_is_missed(portal):
    made = permit(submitted_on="2026-06-01")
    made.procedure_choice = {"simple"}
    with on(date(2026, 7, 1)), pytest.raises(Refused):
        IProcess(made).perform(SYSTEM, "default_complete")
    with on(date(2026, 7, 2)):
        IProcess(made).perform(SYSTEM, "default_complete")
        assert clock_of(made, "L07").deadline.start == date(2026, 7, 2)


@pytest.mark.requirement("urbanism:S39")
def test_amended_plans_open_a_new_series_and_keep_the_old_choice(portal):
    made = complete(permit(submitted_on="2026-02-10"), date(2026, 3, 2))
    told(made, "amended_intention", date(2026, 5, 4))
    assert clock_of(made, "L07").due is None
    told(made, "amended_deposit", date(2026, 6, 10))
    assert clock_of(made, "L01").due == date(2026, 7, 10)
    assert [series for series, _choice in made.past_choices] == [1]
