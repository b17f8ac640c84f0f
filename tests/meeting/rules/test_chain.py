"""The preparation chain: levels, shortcuts, ways back, waiting, returned items."""

import pytest

from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.chain import (
    Actor,
    Chain,
    ChainFacts,
    ChainOptions,
    Level,
    missing_fields,
    offers,
)
from commune.meeting.rules.returns import ReturnFacts, return_offers
from commune.meeting.rules.waiting import WaitingFacts, offer_wait, offers_out

LEVELS = (
    Level("draft", "Draft", "creator", "", "", "back_to_draft"),
    Level("head", "Head", "reviewer1", "to_head", "", "back_to_head", waits=True),
    Level("audit", "Audit", "auditor", "to_audit", "", "back_to_audit", enabled=False),
    Level("director", "Director", "reviewer2", "to_director", "", "back_to_director"),
    Level("dg", "Director general", "reviewer3", "to_dg", "", "back_to_dg", extra_functions=("deputy_dg",)),
)
ALL = frozenset({"creator", "reviewer1", "reviewer2", "reviewer3"})
CHAIN = Chain(LEVELS)
SHORT = Chain(LEVELS, ChainOptions(shortcuts=True))
BOB = Actor(frozenset({"creator", "reviewer1", "reviewer2"}))
CARL = Actor(frozenset({"creator"}))
DG = Actor(frozenset({"deputy_dg"}))
MANAGER = Actor(manager=True)


def targets(chain: Chain, state: str, actor: Actor, filled: frozenset[str] = ALL, **more: object) -> list[str]:
    return [offer.target for offer in offers(chain, ChainFacts(state, filled, **more), actor)]  # type: ignore[arg-type]


@pytest.mark.requirement("meeting:AC-03", "meeting:ITM-7")
def test_shortcuts_reach_one_level_beyond_ones_own() -> None:
    assert targets(SHORT, "draft", BOB) == ["head", "director", "dg"]
    assert targets(SHORT, "draft", CARL) == ["head"]


@pytest.mark.requirement("meeting:ITM-7")
def test_a_shortcut_to_validated_only_where_it_is_not_excluded() -> None:
    everywhere = Actor(ALL)
    open_ended = Chain(LEVELS, ChainOptions(shortcuts=True, shortcut_to_validated=True))
    assert targets(SHORT, "draft", everywhere) == ["head", "director", "dg"]
    assert targets(open_ended, "draft", everywhere) == ["head", "director", "dg", "validated"]
    assert targets(SHORT, "dg", DG) == ["validated", "director"]
    assert targets(SHORT, "draft", MANAGER) == ["head", "director", "dg"]


@pytest.mark.requirement("meeting:ITM-4", "meeting:ITM-5")
def test_levels_without_anybody_are_skipped() -> None:
    assert targets(CHAIN, "draft", CARL) == ["head"]
    assert targets(CHAIN, "draft", CARL, frozenset({"creator", "reviewer2"})) == ["director"]
    assert targets(CHAIN, "director", BOB, frozenset({"creator", "reviewer2"})) == ["validated", "draft"]
    assert targets(CHAIN, "draft", CARL, frozenset({"creator"})) == ["validated"]
    assert targets(CHAIN, "head", MANAGER, frozenset()) == ["validated", "draft"]
    assert (CHAIN.initial, Chain().initial) == ("draft", "validated")


@pytest.mark.requirement("meeting:ITM-6", "meeting:ROL-2")
def test_only_the_current_level_acts() -> None:
    assert targets(CHAIN, "head", CARL) == []
    assert targets(CHAIN, "audit", MANAGER) == []
    assert targets(CHAIN, "elsewhere", MANAGER) == []


@pytest.mark.requirement("meeting:ITM-6")
def test_missing_data_disable_the_way_forward_with_the_reason() -> None:
    values = {"category": "", "classifier": None, "in_charge": (), "amount": 0, "title": "Works"}
    missing = missing_fields(("category", "classifier", "in_charge", "amount", "title"), values)
    assert missing == ("category", "classifier", "in_charge")
    forward, *_ = offers(CHAIN, ChainFacts("draft", ALL, ("category",)), CARL)
    assert forward.refusals == (Refusal("items.required_missing", {"field": "category"}, "category"),)
    blocked = ChainFacts("dg", ALL, blocking=(Refusal("opinions.pending"),))
    assert [r.code for r in offers(CHAIN, blocked, DG)[0].refusals] == ["opinions.pending"]


@pytest.mark.requirement("meeting:ITM-7")
def test_back_to_any_level_with_a_comment() -> None:
    chain = Chain(LEVELS, ChainOptions(back_to_any=True))
    assert targets(chain, "dg", DG)[1:] == ["director", "head", "draft"]
    assert targets(CHAIN, "dg", DG)[1:] == ["director"]
    back = offers(chain, ChainFacts("dg", ALL), DG)[2]
    assert (back.transition, back.kind, back.comment) == ("back_to_head", "backward", True)


@pytest.mark.requirement("meeting:ITM-8")
def test_the_last_level_takes_a_validated_item_back() -> None:
    chain = Chain(LEVELS, ChainOptions(take_back=True))
    assert targets(chain, "validated", DG) == ["dg"]
    assert targets(chain, "validated", BOB) == []
    assert targets(chain, "validated", BOB, ALL - {"reviewer3"}) == ["director"]
    assert targets(CHAIN, "validated", DG) == []
    assert targets(CHAIN, "validated", MANAGER) == ["dg"]
    assert targets(chain, "validated", DG, on_agenda=True) == []
    assert targets(Chain(), "validated", MANAGER) == []


@pytest.mark.requirement("meeting:4.3")
def test_waiting_for_opinions() -> None:
    head = Actor(frozenset({"reviewer1"}))
    offered = offer_wait(CHAIN, WaitingFacts("head", giveable=1), head)
    assert offered is not None and (offered.target, offered.refusals) == ("waiting_opinions_head", NONE)
    nothing = offer_wait(CHAIN, WaitingFacts("head"), head)
    assert nothing is not None and [r.code for r in nothing.refusals] == ["opinions.none_to_wait_for"]
    assert offer_wait(CHAIN, WaitingFacts("head", 1), CARL) is None
    assert offer_wait(CHAIN, WaitingFacts("draft", 1), CARL) is None
    assert offer_wait(CHAIN, WaitingFacts("validated", 1), MANAGER) is None


@pytest.mark.requirement("meeting:4.3")
def test_out_of_waiting() -> None:
    waiting = WaitingFacts("waiting_opinions_head")
    adviser = Actor(frozenset({"adviser"}))
    assert [o.target for o in offers_out(CHAIN, waiting, MANAGER)] == ["head"]
    assert offers_out(CHAIN, waiting, adviser) == ()
    gave = WaitingFacts("waiting_opinions_head", gave=True, blocking=(Refusal("opinions.pending"),))
    assert [o.target for o in offers_out(CHAIN, gave, adviser)] == ["head"]
    onward = offers_out(Chain(LEVELS, ChainOptions(waiting_to_validated=True)), gave, adviser)[1]
    assert (onward.target, onward.refusals) == ("validated", gave.blocking)
    assert offers_out(CHAIN, WaitingFacts("head"), MANAGER) == ()


def returned(variant: str, state: str, actor: Actor, modified: bool = False, **more: object) -> list[str]:
    facts = ReturnFacts(state, ALL, "frozen", **more)  # type: ignore[arg-type]
    return [o.target for o in return_offers(CHAIN, variant, modified, facts, actor)]  # type: ignore[arg-type]


@pytest.mark.requirement("meeting:AC-33")
def test_returned_to_the_service_and_back_through_the_last_level() -> None:
    assert returned("last_level", "returned", CARL) == ["returned_dg"]
    assert returned("last_level", "returned_dg", DG) == ["frozen", "returned"]
    assert returned("last_level", "returned_dg", CARL) == []
    assert returned("last_level", "returned_dg", DG, True, meeting_decided=True)[0] == "accepted_but_modified"
    assert returned("last_level", "returned_dg", DG, True)[0] == "frozen"


@pytest.mark.requirement("meeting:4.3")
def test_other_ways_of_returning() -> None:
    assert returned("direct", "returned", CARL) == ["frozen"]
    assert returned("all_levels", "returned", CARL) == ["returned_head"]
    assert returned("all_levels", "returned_head", BOB) == ["returned_director", "returned"]
    assert returned("last_level", "returned", MANAGER) == ["returned_dg", "frozen"]
    assert returned("direct", "returned_dg", MANAGER) == []
    closed = ReturnFacts("returned", ALL, "frozen", meeting_closed=True)
    assert [r.code for r in return_offers(CHAIN, "direct", False, closed, CARL)[0].refusals] == ["meetings.closed"]


@pytest.mark.requirement("meeting:4.3")
def test_a_body_without_levels_leaves_returned_items_to_its_managers() -> None:
    facts = ReturnFacts("returned", frozenset(), "presented")
    assert [o.target for o in return_offers(Chain(), "direct", False, facts, MANAGER)] == ["presented"]
    assert return_offers(Chain(), "direct", False, facts, CARL) == ()
