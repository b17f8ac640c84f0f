"""Files of an item: who adds and removes which."""

import pytest

from commune.core.rules.refusals import NONE
from commune.meeting.rules.annexes import (
    OWN_DECISION,
    Hand,
    Kind,
    against_adding,
    against_changing,
    against_removing,
    kind_of,
)

EDITOR, SERVICE, ADVISER = Hand(editor=True), Hand(service=True), Hand(adviser=True)


def test_what_a_file_belongs_to() -> None:
    found = [kind_of(*pair) for pair in (("", ""), ("decision_annex", ""), ("plan", "decision"), ("opinion_annex", ""))]
    assert found == ["item", "decision", "decision", "opinion"]


@pytest.mark.requirement("meeting:ANX-3", "meeting:AC-111")
@pytest.mark.parametrize(
    ("hand", "kinds"),
    [
        pytest.param(EDITOR, ["item", "decision", "opinion"], id="editor"),
        pytest.param(SERVICE, ["decision"], id="service after validation"),
        pytest.param(ADVISER, ["opinion"], id="adviser"),
        pytest.param(Hand(), [], id="reader"),
    ],
)
def test_who_adds_what(hand: Hand, kinds: list[str]) -> None:
    every: tuple[Kind, ...] = ("item", "decision", "opinion")
    assert [kind for kind in every if against_adding(kind, hand) == NONE] == kinds


@pytest.mark.requirement("meeting:ANX-3", "meeting:AC-111")
def test_who_takes_out_what() -> None:
    option = frozenset({OWN_DECISION})
    assert against_removing("item", EDITOR, False, frozenset()) == NONE
    assert against_removing("decision", SERVICE, True, option) == NONE
    assert against_removing("opinion", ADVISER, True, frozenset()) == NONE
    refused = [
        against_removing("decision", SERVICE, True, frozenset()),
        against_removing("decision", SERVICE, False, option),
        against_removing("item", SERVICE, True, option),
        against_removing("opinion", SERVICE, True, option),
    ]
    assert {tuple(one.code for one in found) for found in refused} == {("annexes.not_removable",)}


@pytest.mark.requirement("meeting:ANX-2", "meeting:ANX-3")
def test_who_changes_what() -> None:
    assert against_changing("item", EDITOR, False) == NONE
    assert against_changing("decision", SERVICE, True) == NONE
    assert against_changing("opinion", ADVISER, True) == NONE
    for found in (against_changing("decision", SERVICE, False), against_changing("item", SERVICE, True)):
        assert [one.code for one in found] == ["annexes.not_changeable"]


@pytest.mark.requirement("meeting:ANX-3")
def test_the_service_adds_files_of_the_decision_until_the_states_that_the_body_names() -> None:
    assert [one.code for one in against_adding("decision", SERVICE, decisions_closed=True)] == [
        "annexes.kind_not_yours"
    ]
    assert against_adding("decision", EDITOR, decisions_closed=True) == NONE
