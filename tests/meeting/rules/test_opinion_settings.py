"""Where services differ from their body, and whether a file is complete."""

from datetime import date

import pytest

from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import NONE
from commune.meeting.rules.advisers import AdviserRow
from commune.meeting.rules.completeness import VALUES, Hands, against_evaluating, is_complete, may_become
from commune.meeting.rules.opinion_settings import (
    OpinionSettings,
    ServiceChain,
    ServiceOpinions,
    chain_of,
    faults,
    senses_of,
    states_of,
)

BODY = OpinionSettings(
    give=frozenset({"head"}),
    view=frozenset({"head", "validated"}),
    services=(
        ServiceOpinions("FIN", "replace", give=frozenset({"dg"}), access_after="lost"),
        ServiceOpinions("TRA", give=frozenset({"dg"}), senses=(Sense.READ,), default_sense=Sense.READ),
        ServiceOpinions("JUR", "replace", edit=frozenset({"validated"}), default_sense=Sense.READ),
    ),
    chains=(ServiceChain("FIN"),),
)


@pytest.mark.requirement("meeting:ADV-4")
@pytest.mark.parametrize(
    ("service", "give", "edit", "after"),
    [
        ("ADM", {"head"}, {"head"}, "if_once_giveable"),
        ("FIN", {"dg"}, {"dg"}, "lost"),
        ("TRA", {"head", "dg"}, {"head", "dg"}, "if_once_giveable"),
        ("JUR", {"head"}, {"head", "validated"}, "if_once_giveable"),
    ],
    ids=["as-the-body", "replaces", "adds", "changes-later"],
)
def test_states_of_a_service(service: str, give: set[str], edit: set[str], after: str) -> None:
    found = states_of(BODY, service)
    assert (found.give, found.edit, found.view, found.access_after) == (give, edit, BODY.view, after)


@pytest.mark.requirement("meeting:ADV-3")
def test_what_a_service_may_say() -> None:
    assert senses_of(BODY, "TRA") == ((Sense.READ,), Sense.READ)
    assert senses_of(BODY, "JUR") == (BODY.senses, None)
    assert (chain_of(BODY, "FIN"), chain_of(BODY, "TRA")) == (ServiceChain("FIN"), None)


@pytest.mark.requirement("meeting:ADV-2")
def test_rows_that_cannot_be() -> None:
    rows = (
        AdviserRow("a", "FIN", -1), AdviserRow("b", "FIN", previous="z"),
        AdviserRow("c", "FIN", valid_from=date(2027, 1, 2), valid_until=date(2027, 1, 1)),
        AdviserRow("d", "TRA", previous="c"),
    )  # fmt: skip
    assert [(one.code, one.place) for one in faults(OpinionSettings(rows=rows))] == [
        ("opinions.row_negative", "/opinions/rows/0/days"),
        ("opinions.row_unknown", "/opinions/rows/1/previous"),
        ("opinions.row_ends_first", "/opinions/rows/2/valid_until"),
        ("opinions.row_other_service", "/opinions/rows/2/previous"),
        ("opinions.row_other_service", "/opinions/rows/3/previous"),
    ]


CONTROLLER, EDITOR, MANAGER = Hands(controller=True), Hands(editor=True), Hands(manager=True)


@pytest.mark.requirement("meeting:ADV-5", "meeting:AC-63")
@pytest.mark.parametrize(
    ("value", "hands", "offered"),
    [
        ("not_evaluated", CONTROLLER, ("complete", "incomplete")),
        ("complete", CONTROLLER, ("incomplete",)),
        ("incomplete", EDITOR, ("asked_again",)),
        ("complete", EDITOR, ()),
        ("not_evaluated", MANAGER, ("complete", "incomplete", "not_required")),
        ("incomplete", Hands(), ()),
    ],
    ids=["controller", "taken-back", "service-completes", "service-of-a-complete-file", "manager", "nobody"],
)
def test_what_may_be_said_of_a_file(value: str, hands: Hands, offered: tuple[str, ...]) -> None:
    assert may_become(value, hands) == offered
    for new in VALUES:
        comment = "the quotation"
        assert (against_evaluating(value, new, hands, comment) == NONE) is (new in offered)


@pytest.mark.requirement("meeting:AC-67")
def test_an_incomplete_file_says_what_it_lacks() -> None:
    codes = [one.code for one in against_evaluating("not_evaluated", "incomplete", EDITOR, " ")]
    assert codes == ["completeness.not_offered", "completeness.comment_required"]
    assert [one for one in VALUES if is_complete(one)] == ["complete", "not_required"]
