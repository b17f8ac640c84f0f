"""Items from validated on: guards, outcomes, deletion, confirmation."""

import pytest

from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.adaptations import KNOWN, chain_options, conflicts, return_variant
from commune.meeting.rules.chain import Actor, Chain, Level, Offer
from commune.meeting.rules.items import (
    DeletionFacts,
    ItemFacts,
    ItemRules,
    TextRule,
    against_deleting,
    confirmation,
    item_offers,
)
from commune.meeting.rules.outcomes import CloneOrder, outcome_of

CHAIN = Chain((Level("draft", "Draft", "creator", backward="back_to_draft", after_presentation=True),
               Level("head", "Head", "reviewer1", backward="back_to_head")))  # fmt: skip
RULES = ItemRules(CHAIN, frozenset({"delayed", "accepted_but_modified", "pre_accepted", "return_direct"}))
MANAGER = Actor(manager=True)
ANN = Actor(frozenset({"creator"}))


def offered(facts: ItemFacts, rules: ItemRules = RULES) -> dict[str, Offer]:
    return {offer.transition: offer for offer in item_offers(rules, facts, MANAGER)}


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.requirement("meeting:4.3")
def test_presenting_needs_a_meeting_and_the_opinions() -> None:
    assert offered(ItemFacts("validated", accepting=True))["present"].refusals == NONE
    opinions = (Refusal("opinions.pending"),)
    refused = offered(ItemFacts("validated", out_of_meeting=True, opinions=opinions))["present"]
    assert codes(refused.refusals) == ["items.no_meeting_accepts", "items.out_of_meeting", "opinions.pending"]
    recurring = ItemFacts("validated", accepting=True, recurring=True, opinions=opinions)
    assert offered(recurring)["present"].refusals == NONE
    assert item_offers(RULES, ItemFacts("validated", accepting=True), ANN) == ()


@pytest.mark.requirement("meeting:4.3")
def test_out_of_meeting_and_transfer() -> None:
    names = frozenset({"accepted_out_of_meeting", "accepted_out_of_meeting_emergency", "transferred_and_duplicated"})
    rules = ItemRules(CHAIN, names)
    refused = offered(ItemFacts("validated"), rules)
    assert codes(refused["accept_out_of_meeting"].refusals) == ["items.not_out_of_meeting"]
    emergency = refused["accept_out_of_meeting_emergency"].refusals
    assert codes(emergency) == ["items.not_out_of_meeting", "items.emergency_not_accepted"]
    assert codes(refused["transfer_and_duplicate"].refusals) == ["items.no_target_body"]
    facts = ItemFacts("validated", out_of_meeting=True, emergency="accepted", sends=True)
    assert all(not o.refusals for t, o in offered(facts, rules).items() if t != "present")


@pytest.mark.requirement("meeting:4.3")
def test_on_the_agenda() -> None:
    got = offered(ItemFacts("presented", "frozen", arrival="frozen"))
    assert list(got) == [
        "freeze", "accept", "accept_but_modify", "pre_accept", "delay", "return_to_service",
        "back_to_validated", "back_to_draft",
    ]  # fmt: skip
    assert codes(got["accept"].refusals) == ["items.meeting_not_deciding"]
    got = offered(ItemFacts("frozen", "decided", arrival="decidable"))
    assert list(got)[:2] == ["publish", "open"] and got["accept"].refusals == NONE
    assert "back_to_draft" not in got
    closed = offered(ItemFacts("frozen", "closed", arrival="frozen"))
    assert codes(closed["back_to_validated"].refusals) == ["meetings.closed"]
    assert "return_to_service" not in offered(ItemFacts("frozen", "frozen"), ItemRules(CHAIN))


@pytest.mark.requirement("meeting:4.3", "meeting:4.5")
def test_decided_items_may_be_reopened_until_the_meeting_closes() -> None:
    assert list(offered(ItemFacts("pre_accepted", "decided"))) == ["accept", "accept_but_modify", "back_to_decidable"]
    assert offered(ItemFacts("accepted", "decided", arrival="frozen"))["back_to_decidable"].target == "frozen"
    assert codes(offered(ItemFacts("delayed", "closed"))["back_to_decidable"].refusals) == ["meetings.closed"]
    assert offered(ItemFacts("accepted_out_of_meeting")) == {}
    assert offered(ItemFacts("draft")) == {}


@pytest.mark.requirement("meeting:MTG-4")
def test_a_strict_body_decides_after_the_sitting_and_with_a_text() -> None:
    facts = ItemFacts("frozen", "decided", decision_written=False, urgency=(Refusal("items.urgency_not_voted"),))
    strict = offered(facts, ItemRules(CHAIN, frozenset({"strict_decision"})))["accept"]
    assert codes(strict.refusals) == ["items.urgency_not_voted", "items.meeting_not_past", "items.decision_empty"]
    text = offered(facts, ItemRules(CHAIN, frozenset({"decision_text_required"})))["accept"]
    assert codes(text.refusals) == ["items.urgency_not_voted", "items.decision_empty"]


@pytest.mark.requirement("meeting:AC-07", "meeting:ITM-9")
@pytest.mark.parametrize(
    ("options", "facts", "actor", "expected"),
    [
        (set(), DeletionFacts(0, True, opinion_given=True), ANN, ["items.opinion_given"]),
        ({"given_opinions_may_be_deleted"}, DeletionFacts(0, True, opinion_given=True), ANN, []),
        ({"first_level_deletes"}, DeletionFacts(1, True), ANN, ["items.first_level_only"]),
        ({"first_level_deletes"}, DeletionFacts(1, True), MANAGER, ["items.first_level_only"]),
        ({"first_level_deletes"}, DeletionFacts(1, True), Actor(admin=True), []),
        ({"first_level_deletes"}, DeletionFacts(0, True), ANN, []),
        (set(), DeletionFacts(1, False), ANN, ["items.not_editor"]),
        (set(), DeletionFacts(None, True, on_agenda=True, sent=True), MANAGER, ["items.on_agenda", "items.sent"]),
    ],
)
def test_deleting(options: set[str], facts: DeletionFacts, actor: Actor, expected: list[str]) -> None:
    assert codes(against_deleting(frozenset(options), facts, actor)) == expected


@pytest.mark.requirement("meeting:4.5", "meeting:ITM-12")
def test_consequences_of_the_outcomes() -> None:
    delayed = outcome_of("delayed")
    assert delayed is not None and delayed.clone == CloneOrder("initial", "anew", annexes=True)
    postponed = outcome_of("postponed_next_meeting", frozenset({"postponed_keeps_scan_ids"}))
    assert postponed is not None
    assert postponed.clone == CloneOrder("validated", "inherited", keeps_scan_ids=True)
    outside = outcome_of("accepted_out_of_meeting_and_duplicated")
    assert outside is not None and outside.clone is not None and not outside.clone.flagged_outside
    assert outcome_of("frozen") is None


@pytest.mark.requirement("meeting:ITM-10", "meeting:ITM-11")
def test_the_dialog_shows_the_text_to_come() -> None:
    rules = (TextRule("delay", "decision", "The College postpones {title}."), TextRule("accept", "motivation", ""))
    asked = confirmation("delay", frozenset({"delay"}), rules, {"title": "Works"})
    assert (asked.asked, asked.texts) == (True, (("decision", "The College postpones Works."),))
    assert not confirmation("refuse", frozenset({"delay"}), rules, {}).asked


@pytest.mark.requirement("meeting:4.4")
@pytest.mark.parametrize(
    ("names", "levels", "expected"),
    [
        ({"no_decide", "hide_decisions_under_writing"}, 1, ["bodies.excluding"]),
        ({"return_direct", "return_last_level"}, 1, ["bodies.excluding"]),
        ({"removed", "removed_and_duplicated"}, 1, ["bodies.excluding"]),
        ({"transferred", "transferred_and_duplicated"}, 1, ["bodies.excluding"]),
        ({"waiting_opinions_to_validated"}, 1, ["bodies.needs"]),
        ({"waiting_opinions_to_validated", "waiting_opinions"}, 1, []),
        ({"return_all_levels", "take_back"}, 0, ["bodies.needs_levels", "bodies.needs_levels"]),
        ({"invented"}, 1, ["bodies.unknown_adaptation"]),
        ({"return_direct", "delayed"}, 0, []),
    ],
)
def test_adaptations_that_exclude_each_other(names: set[str], levels: int, expected: list[str]) -> None:
    assert codes(conflicts(frozenset(names), levels)) == expected


def test_adaptations_read_as_options() -> None:
    assert return_variant(frozenset({"return_last_level"})) == "last_level"
    assert return_variant(frozenset()) == "none"
    assert chain_options(KNOWN).shortcuts and not chain_options(frozenset()).take_back
