"""Meetings: states, guards, effects, deletion, and what their items do."""

from datetime import date

import pytest

from commune.core.rules.machine import unreachable
from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.chain import Actor
from commune.meeting.rules.mapping import MappingRow, actions, arrival, default_mapping, item_moves
from commune.meeting.rules.meetings import (
    OPTIONAL,
    AgendaItem,
    Effects,
    MeetingFacts,
    MeetingOffer,
    against_deleting_meeting,
    effects,
    meeting_machine,
    meeting_offers,
    states_in_use,
)

COLLEGE = frozenset({"frozen", "decided", "decisions_published"})
EVERY = frozenset(OPTIONAL)
MANAGER, ADMIN, ANN = Actor(manager=True), Actor(admin=True), Actor(frozenset({"creator"}))
DAY = date(2026, 9, 28)


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


def offered(facts: MeetingFacts, actor: Actor, *adaptations: str) -> dict[str, MeetingOffer]:
    return {o.transition: o for o in meeting_offers(COLLEGE, frozenset(adaptations), facts, actor)}


@pytest.mark.requirement("meeting:5.1")
def test_the_states_of_a_body() -> None:
    assert states_in_use(frozenset()) == ("draft", "closed")
    assert states_in_use(COLLEGE) == ("draft", "frozen", "decided", "decisions_published", "closed")
    machine = meeting_machine(EVERY)
    assert (machine.initial, unreachable(machine)) == ("draft", ())
    assert [t.id for t in machine.leaving("in_session")] == ["decide", "back_to_published"]


@pytest.mark.requirement("meeting:MTG-3")
def test_closing_is_refused_while_an_item_is_returned() -> None:
    items = (AgendaItem("a", "accepted"), AgendaItem("b", "returned_dg"), AgendaItem("c", "frozen", False, False))
    close = offered(MeetingFacts("decisions_published", items), MANAGER)["close"]
    assert close.refusals == (Refusal("meetings.item_returned", {"item": "b"}, "b"),)
    assert codes(close.warnings) == [
        "meetings.item_undecided", "meetings.votes_missing", "meetings.signatories_missing",
    ]  # fmt: skip
    decided = MeetingFacts("decided", items)
    assert offered(decided, MANAGER)["publish_decisions"].refusals == NONE
    strict = offered(decided, MANAGER, "check_before_publishing_decisions")
    assert codes(strict["publish_decisions"].refusals) == ["meetings.item_returned"]
    assert offered(decided, ANN) == {}


@pytest.mark.requirement("meeting:AC-39", "meeting:MTG-5")
def test_a_closed_meeting_is_reopened_by_an_administrator_with_a_reason() -> None:
    closed = MeetingFacts("closed")
    assert offered(closed, MANAGER) == {}
    assert offered(closed, ADMIN)["back_to_decisions_published"].comment
    assert list(offered(closed, MANAGER, "managers_reopen")) == ["back_to_decisions_published"]
    assert effects("closed", "decisions_published", True, True) == Effects(first_item="unset")
    again = effects("decisions_published", "closed", True, False)
    assert again == Effects(first_item="refix", snapshot=True, reveal=True, read_only=True)


@pytest.mark.requirement("meeting:MTG-1", "meeting:ORD-7", "meeting:ORD-8")
@pytest.mark.parametrize(
    ("source", "target", "numbered", "fixed", "expected"),
    [
        ("draft", "frozen", False, False, Effects(True, "", "compute", True)),
        ("frozen", "draft", True, False, Effects(references="clear")),
        ("draft", "frozen", True, False, Effects(False, "", "compute", True)),
        ("frozen", "published", True, False, Effects(snapshot=True)),
        ("published", "in_session", True, False, Effects()),
        ("in_session", "decided", True, False, Effects(first_item="fix")),
        ("in_session", "decided", True, True, Effects()),
        ("decided", "decisions_published", True, True, Effects(reveal=True)),
    ],
)
def test_what_each_state_fixes(source: str, target: str, numbered: bool, fixed: bool, expected: Effects) -> None:
    assert effects(source, target, numbered, fixed) == expected


@pytest.mark.requirement("meeting:MTG-6")
@pytest.mark.parametrize(
    ("facts", "typed", "actor", "expected"),
    [
        (MeetingFacts("draft"), None, MANAGER, []),
        (MeetingFacts("draft"), None, ANN, ["meetings.not_an_empty_draft"]),
        (MeetingFacts("frozen"), None, MANAGER, ["meetings.not_an_empty_draft"]),
        (MeetingFacts("draft", (AgendaItem("a", "presented"),)), DAY, MANAGER, ["meetings.not_an_empty_draft"]),
        (MeetingFacts("frozen", (AgendaItem("a", "returned_dg"),)), DAY, ADMIN, []),
        (MeetingFacts("frozen", (AgendaItem("a", "frozen"),)), None, ADMIN, ["meetings.date_not_confirmed"]),
        (MeetingFacts("decided", (AgendaItem("a", "delayed"),)), DAY, ADMIN, ["meetings.item_decided"]),
    ],
)
def test_deleting(facts: MeetingFacts, typed: date | None, actor: Actor, expected: list[str]) -> None:
    assert codes(against_deleting_meeting(facts, DAY, typed, actor)) == expected


@pytest.mark.requirement("meeting:AC-27", "meeting:MTG-1", "meeting:5.4")
def test_items_follow_their_meeting() -> None:
    rows = default_mapping(COLLEGE)
    assert item_moves(rows, "freeze", "presented") == (("freeze", "frozen"),)
    assert arrival(rows, COLLEGE, "frozen") == "frozen"
    assert item_moves(rows, "back_to_draft", "frozen") == (("back_to_presented", "presented"),)
    assert effects("draft", "frozen", False, False).assign_number


@pytest.mark.requirement("meeting:5.4")
@pytest.mark.parametrize(
    ("transition", "state", "moves"),
    [
        ("decide", "presented", ["frozen"]),
        ("decide", "frozen", []),
        ("publish_decisions", "frozen", ["accepted"]),
        ("close", "presented", ["frozen", "accepted"]),
        ("close", "pre_accepted", ["accepted"]),
        ("close", "delayed", []),
        ("close", "returned", []),
        ("back_to_frozen", "frozen", []),
        ("back_to_decided", "accepted", []),
    ],
)
def test_the_default_of_the_college(transition: str, state: str, moves: list[str]) -> None:
    assert [target for _, target in item_moves(default_mapping(COLLEGE), transition, state)] == moves


@pytest.mark.requirement("meeting:5.4")
def test_a_body_with_every_state_and_an_action() -> None:
    rows = (*default_mapping(EVERY), MappingRow("close", action="drop_previews"))
    assert [t for _, t in item_moves(rows, "decide", "presented")] == ["frozen", "published", "decidable"]
    assert item_moves(rows, "back_to_published", "decidable") == (("back_to_published", "published"),)
    assert actions(rows, "close") == ("drop_previews",)
    got = [arrival(rows, EVERY, state) for state in states_in_use(EVERY)]
    assert got == ["presented", "frozen", "published", "decidable", "decidable", "decidable", "decidable"]
