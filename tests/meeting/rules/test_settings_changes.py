"""What changed in the settings, what that does to items, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from commune.core.rules.conditions import Kind
from commune.core.rules.refusals import NONE
from commune.meeting.rules.advisers import AdviserRow
from commune.meeting.rules.bodies import AgendaSettings, Body, Identity, ObserverProfile, OwnDocument, Term
from commune.meeting.rules.body_changes import against_dropping, dropped, faults, movable_to
from commune.meeting.rules.chain import Level
from commune.meeting.rules.condition_fields import ITEM_FIELDS, faulty_conditions
from commune.meeting.rules.settings_changes import Change, changes
from commune.meeting.rules.settings_effects import Effect, Standing, effects
from commune.meeting.rules.votes import Value

LEVELS = (Level("draft", "Draft", "creator"), Level("head", "Head", "validator_1"))
PLAIN = Body(Identity("col", "College", "COL", "college"), levels=LEVELS)
OVER = {"field": "amount_excl_vat", "is": "gt", "value": 100}


def rows(*rows_: AdviserRow) -> Body:
    return replace(PLAIN, opinions=replace(PLAIN.opinions, rows=rows_))


@pytest.mark.requirement("meeting:BOD-1")
@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"a": 1}, {"a": 1}, ()),
        ({"a": 1}, {"a": 2, "b": 3}, (Change("/a", 1, 2), Change("/b", None, 3))),
        ({"l": [{"id": "x", "n": 1}]}, {"l": [{"id": "y", "n": 1}, {"id": "x", "n": 2}]},
         (Change("/l/x/n", 1, 2), Change("/l/y", None, {"id": "y", "n": 1}))),
        ({"l": [{"id": "x"}, {"id": "y"}]}, {"l": [{"id": "y"}, {"id": "x"}]}, (Change("/l", ["x", "y"], ["y", "x"]),)),
        ({"l": ["a"]}, {"l": ["a", "b"]}, (Change("/l", ["a"], ["a", "b"]),)),
        ({"l": [{"id": "x"}, {"id": "x"}]}, {"l": [{"id": "x"}]},
         (Change("/l", [{"id": "x"}, {"id": "x"}], [{"id": "x"}]),)),
    ],
    ids=["nothing", "values", "a row changed, one added", "order", "plain list", "two rows of one name"],
)  # fmt: skip
def test_each_place_that_changed(before, after, found):
    assert changes(before, after) == found


def item(**more):
    data = {"amount_excl_vat": 200, "category": "roads", "list_type": "normal"}
    return Standing(
        more.pop("uid", "i"), more.pop("state", "draft"), date(2026, 5, 1), {**data, **more.pop("data", {})}, **more
    )


@pytest.mark.requirement("meeting:ADP-2")
def test_what_a_new_level_row_profile_word_list_or_value_does_to_items():
    legal, head = Level("legal", "Legal", "adviser"), replace(LEVELS[1], extra_functions=("director",))
    profile = ObserverProfile("press", "Press", item_states=frozenset({"draft"}), item_condition=OVER)
    asked = AdviserRow("fd", "FIN", 10, automatic=OVER)
    votes = replace(PLAIN.votes, values=(Value.YES,))
    agenda = AgendaSettings(categories=(Term("roads", "Roads", retired=True),))
    new = replace(
        rows(asked), levels=(LEVELS[0], legal, head), outcomes={"head": "Desk"}, votes=votes, agenda=agenda,
        access=replace(PLAIN.access, observers=(profile,)),
    )  # fmt: skip
    items = (item(), item(uid="j", state="head", values=frozenset({"no", "yes"}), data={"amount_excl_vat": 5}))
    assert effects(PLAIN, new, items) == (
        Effect("asked", "FIN", ("i",)),
        Effect("level_ahead", "legal", ("i",)),
        Effect("level_changed", "head", ("j",)),
        Effect("observer_gains", "press", ("i",)),
        Effect("term_retired", "roads", ("i", "j")),
        Effect("value_left_out", "no", ("j",)),
        Effect("word_changed", "head", ("j",)),
    )
    back = {effect.what for effect in effects(new, PLAIN, (item(optional=("ADM",)),))}
    assert back == {"no_longer_asked", "observer_loses"}
    assert effects(PLAIN, PLAIN, items) == () == effects(PLAIN, PLAIN, (item(state="presented"),))


@pytest.mark.requirement("meeting:BOD-2")
def test_what_is_used_is_not_taken_out():
    roads, sport = Term("roads", "Roads"), Term("sport", "Sport")
    old = replace(PLAIN, agenda=AgendaSettings(categories=(roads, sport), privacies=("public", "secret")))
    new = replace(PLAIN, agenda=AgendaSettings(categories=(sport,), privacies=("public",)))
    assert dropped(old, new) == {"categories", "privacies"} and dropped(old, old) == frozenset()
    uses = {"categories": {"roads": 2}, "privacies": {"secret": 1}}
    found = [(one.code, one.place) for one in against_dropping(old, new, uses)]
    assert found == [
        ("bodies.term_in_use", "/agenda/categories"),
        ("bodies.term_in_use", "/agenda/privacies"),
    ]
    assert against_dropping(old, new, {}) == NONE


@pytest.mark.requirement("meeting:BOD-3")
def test_where_what_stands_in_a_state_may_go_together():
    assert movable_to(PLAIN, "items", "head") == ("draft", "validated")
    assert movable_to(PLAIN, "items", "waiting_opinions_head") == ("draft", "head", "validated")
    assert movable_to(PLAIN, "items", "accepted") == () == movable_to(PLAIN, "people", "head")
    assert (
        movable_to(PLAIN, "meetings", "frozen") == ("draft", "decided")
        and movable_to(PLAIN, "meetings", "closed") == ()
    )


@pytest.mark.requirement("meeting:BOD-4")
def test_a_condition_that_cannot_be_read_is_named_with_its_place():
    wrong = {"all": [{"field": "colour", "is": "eq", "value": "red"}]}
    profile = ObserverProfile(
        "press", "Press", item_condition=wrong, meeting_condition={"field": "state", "is": "filled"}
    )
    poster = OwnDocument("poster", "Poster", "agenda", condition={"field": "amount_excl_vat", "is": "gt", "value": 1})
    note = replace(poster, id="note", facts="extract")
    body = replace(rows(AdviserRow("fd", "FIN", automatic=wrong)), documents=(poster, note),
                   access=replace(PLAIN.access, observers=(profile,)))  # fmt: skip
    assert [(one.code, one.place) for one in faulty_conditions(body)] == [
        ("condition.unknown_field", "/opinions/rows/0/automatic/all/0"),
        ("condition.unknown_field", "/documents/0/condition"),
        ("condition.unknown_field", "/access/observers/0/item_condition/all/0"),
    ]
    assert {one.code for one in faults(body)} == {"condition.unknown_field"}
    assert ITEM_FIELDS["amount_excl_vat"] is Kind.NUMBER and faulty_conditions(PLAIN) == ()


@pytest.mark.requirement("meeting:BOD-1")
def test_names_are_required_and_fit_addresses():
    wrong = replace(PLAIN, levels=(Level("My state", " ", "creator"),), outcomes={"moon": "Moon", "closed": "Over"})
    assert [(one.code, one.place) for one in faults(wrong)] == [
        ("bodies.blank", "/levels/0/title"),
        ("bodies.bad_id", "/levels/0/state"),
        ("bodies.unknown_state", "/outcomes/moon"),
    ]
