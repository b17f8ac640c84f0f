"""Opinions: writing, asking again, inheriting, hiding, blocking."""

from datetime import UTC, datetime

import pytest

from commune.core.rules.calendars import LAW
from commune.core.rules.opinions import OpinionRequest, Sense, State, standing
from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.opinions import (
    Opinion,
    Reader,
    Weighed,
    against_presenting,
    against_validating,
    archive_after_change,
    ask_again,
    back_to_previous,
    give,
    invalidated,
    is_given,
    resolve,
    state_shown,
    visible_opinions,
    weighed,
)

NOW = datetime(2026, 5, 8, 10, tzinfo=UTC)
TEXTS = {"decision": "<p>Buy</p>"}
BLANK = Opinion("fin")
GIVEN = give(BLANK, Sense.POSITIVE, "fine", NOW, "dora", TEXTS)


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.requirement("meeting:ADV-3")
def test_what_is_shown_of_an_opinion() -> None:
    hidden = Opinion("fin", Sense.NEGATIVE, "no", hidden=True)
    assert [state_shown(o, True) for o in (BLANK, hidden, GIVEN)] == ["not_given", "hidden_during_writing", "given"]
    assert state_shown(hidden, False) == "considered_not_given"
    assert not is_given(hidden) and hidden.comment == "no"


@pytest.mark.requirement("meeting:ADV-11", "meeting:ADV-14")
def test_asked_again_and_back_to_the_previous_one() -> None:
    again = ask_again(GIVEN, True).opinion
    assert (state_shown(again, True), again.comment) == ("asked_again", "")
    assert [(v.number, v.comment, v.texts) for v in again.versions] == [(1, "fine", TEXTS)]
    back = back_to_previous(again)
    assert (back.refusals, back.opinion) == (NONE, GIVEN)
    assert codes(back_to_previous(GIVEN).refusals) == ["opinions.not_asked_again"]
    second = give(again, Sense.NEGATIVE, "no", NOW, "dora", TEXTS)
    assert [v.number for v in second.versions] == [1, 2]


@pytest.mark.requirement("meeting:ADV-11")
def test_what_is_not_asked_again() -> None:
    inherited = Opinion("fin", Sense.POSITIVE, inherited_from="i1", initiative=True)
    assert codes(ask_again(inherited, True).refusals) == ["opinions.inherited", "opinions.own_initiative"]
    assert codes(ask_again(BLANK, False).refusals) == ["opinions.not_editor", "opinions.not_given"]


@pytest.mark.requirement("meeting:ADV-14")
def test_a_change_of_the_item_archives_or_invalidates() -> None:
    changed = archive_after_change(GIVEN, {"decision": "<p>Sell</p>"})
    assert [v.texts["decision"] for v in changed.versions] == ["<p>Buy</p>", "<p>Sell</p>"]
    assert archive_after_change(GIVEN, TEXTS) is GIVEN
    assert archive_after_change(BLANK, TEXTS) is BLANK
    sold, head = {"decision": "<p>Sell</p>"}, frozenset({"head"})
    assert state_shown(invalidated(GIVEN, "head", head, sold), True) == "asked_again"
    assert [invalidated(GIVEN, "draft", head, sold), invalidated(GIVEN, "head", head, TEXTS)] == [GIVEN, GIVEN]
    assert invalidated(BLANK, "head", head, sold) is BLANK


@pytest.mark.requirement("meeting:ADV-12")
def test_inherited_through_two_hops_until_an_ancestor_is_deleted() -> None:
    heir, grandchild = Opinion("fin", inherited_from="i1"), Opinion("fin", inherited_from="i2")
    family = {"i1": {"fin": GIVEN}, "i2": {"fin": heir}, "i3": {"fin": grandchild}}
    assert resolve(family, "i3", "fin") == (GIVEN, "i1")
    assert resolve(family, "i1", "fin") == (GIVEN, "i1")
    orphaned = {uid: found for uid, found in family.items() if uid != "i1"}
    assert resolve(orphaned, "i3", "fin") == (BLANK, "i3")
    assert resolve(family, "i1", "legal") == (None, "i1")
    circle = {"a": {"fin": Opinion("fin", inherited_from="b")}, "b": {"fin": Opinion("fin", inherited_from="a")}}
    assert resolve(circle, "a", "fin") == (BLANK, "a")


@pytest.mark.requirement("meeting:ADV-13")
def test_a_confidential_opinion_does_not_exist_for_others() -> None:
    secret, plain = Opinion("fin", confidential=True), Opinion("legal")
    assert visible_opinions((secret, plain), Reader(sees_confidential=False)) == (plain,)
    assert visible_opinions((secret, plain), Reader(frozenset({"fin"}), False)) == (secret, plain)
    assert visible_opinions((secret, plain), Reader()) == (secret, plain)


@pytest.mark.requirement("meeting:ADV-9")
def test_what_stops_an_item() -> None:
    lapsed = Weighed("fin", True, State.LAPSED, legal=True)
    awaited = Weighed("fin", True, State.WAITING, legal=True)
    negative = Weighed("legal", True, State.GIVEN, Sense.NEGATIVE)
    optional = Weighed("works", False, State.WAITING)
    assert against_presenting((lapsed, optional), True) == NONE
    assert codes(against_presenting((awaited, negative), True)) == ["opinions.legal_awaited", "opinions.not_positive"]
    assert against_presenting((negative,), False) == NONE
    assert against_presenting((Weighed("fin", True, State.GIVEN, Sense.NEGATIVE, legal=True),), True) == NONE
    later = Weighed("x", False, State.WAITING, giveable=False)
    assert codes(against_validating((optional, later, negative), True)) == ["opinions.pending"]
    assert against_validating((optional,), False) == NONE


def test_weighed_from_its_standing() -> None:
    computed = standing(OpinionRequest("fin"), NOW, LAW)
    assert weighed("fin", True, computed, legal=True) == Weighed("fin", True, State.WAITING, legal=True)
