"""Advisers of the service that was asked give its opinion; others see it when it is given."""

from datetime import date

import pytest
from plone.app.testing import login

from commune.core.content.opinions import Opinions
from commune.core.content.refused import Refused
from commune.core.rules.deadlines import Delay
from commune.core.rules.law import Figure
from commune.core.rules.opinions import Sense, State
from commune.core.workflow import opinions
from commune.core.workflow.actor import current_actor

THIRTY = Figure(Delay(30), "tried", date(2000, 1, 1))


@pytest.fixture()
def asked(dossier):
    Opinions(dossier).ask("unit1", "edith", date(2026, 5, 4), THIRTY, date(2026, 5, 4), mandatory=True)
    return dossier


def actor(integration, name):
    login(integration["portal"], name)
    return current_actor()


@pytest.mark.requirement("meeting:ADV-9")
def test_awaited_until_given(integration, asked):
    Opinions(asked).start("unit1", date(2999, 1, 1))
    assert [r.code for r in opinions.awaited(asked)] == ["opinion.awaited"]
    opinions.give(asked, actor(integration, "adam"), "unit1", Sense.NEGATIVE, "too high")
    assert opinions.awaited(asked) == ()
    ((opinion, found),) = opinions.standings(asked)
    assert (found.state, found.sense, opinion.by, opinion.comment) == (State.GIVEN, Sense.NEGATIVE, "adam", "too high")


def test_only_the_advisers_of_the_service_give_it_and_not_twice(integration, asked):
    with pytest.raises(Refused) as refusal:
        opinions.give(asked, actor(integration, "edith"), "unit1", Sense.POSITIVE)
    assert [r.code for r in refusal.value.refusals] == ["opinion.not_yours"]
    adam = actor(integration, "adam")
    opinions.give(asked, adam, "unit1", Sense.POSITIVE)
    with pytest.raises(Refused) as refusal:
        opinions.give(asked, adam, "unit1", Sense.NEGATIVE)
    assert [r.code for r in refusal.value.refusals] == ["opinion.reason", "opinion.given"]


def test_asked_again_it_keeps_what_was_said(integration, asked):
    adam = actor(integration, "adam")
    opinions.give(asked, adam, "unit1", Sense.NEGATIVE, "too high")
    Opinions(asked).ask_again("unit1", "edith", "new plans")
    ((opinion, found),) = opinions.standings(asked)
    assert (found.sense, opinion.draft) == (None, "too high")
    opinions.give(asked, adam, "unit1", Sense.POSITIVE, "better")
    opinion = Opinions(asked).of("unit1")
    assert [(v.round, v.sense) for v in opinion.versions] == [(1, Sense.NEGATIVE)] and opinion.request.round == 2


def test_asked_once_withdrawn_only_before_the_answer(asked):
    with pytest.raises(Refused):
        Opinions(asked).ask("unit1", "edith", date(2026, 5, 4))
    Opinions(asked).withdraw("unit1", "edith", "not needed")
    assert Opinions(asked).list() == ()
    with pytest.raises(Refused):
        Opinions(asked).withdraw("unit1", "edith")


def test_silence_means_something_only_where_the_rule_says_so(asked):
    with pytest.raises(Refused) as refusal:
        Opinions(asked).confirm_deemed("unit1", "edith")
    assert [r.code for r in refusal.value.refusals] == ["opinion.not_deemed"]
    Opinions(asked).ask("unit2", "edith", date(2020, 1, 1), THIRTY, date(2020, 1, 1), deemed=Sense.POSITIVE)
    found = {o.request.service: s for o, s in opinions.standings(asked)}["unit2"]
    assert (found.state, found.propose_deemed) == (State.LAPSED, True)
    Opinions(asked).confirm_deemed("unit2", "edith")
    found = {o.request.service: s for o, s in opinions.standings(asked)}["unit2"]
    assert (found.state, found.sense) == (State.DEEMED, Sense.POSITIVE)


def test_who_is_asked_reads_the_dossier(asked):
    assert opinions.adviser_grants(asked) == {"unit1_adviser": frozenset({"Dossier Reader"})}
