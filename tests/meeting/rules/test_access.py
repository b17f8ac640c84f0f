"""Access to items, from the weakest to the strongest."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.access import Role
from commune.core.rules.functions import group_id
from commune.meeting.rules.access import (
    ALL_SEEN,
    AccessFacts,
    AdviserFacts,
    Seen,
    decision_hidden,
    explain,
    grants,
    managers_of,
    may,
    observers_of,
    principals,
    seen_by,
)
from commune.meeting.rules.bodies import AccessSettings, Body, Identity, ObserverProfile, OpinionSettings
from commune.meeting.rules.chain import Level

PLAIN = ObserverProfile("plain", "Observers", frozenset({"validated", "accepted"}), linked_items=True)
WIDE = replace(PLAIN, id="wide", closed_items=True, decisions_under_writing=True)
BODY = Body(
    Identity("col", "College", "COL", "college"),
    levels=(Level("draft", "", "creator"), Level("head", "", "reviewer1"), Level("dg", "", "reviewer2")),
    adaptations=frozenset({"hide_decisions_under_writing"}),
    opinions=OpinionSettings(give=frozenset({"dg"}), view=frozenset({"validated"})),
    access=AccessSettings(
        (PLAIN, WIDE),
        copy_states=frozenset({"validated"}),
        restricted_copy_states=frozenset({"accepted"}),
        committee_states=frozenset({"validated"}),
    ),
)
CREATOR, HEAD, DG = (frozenset({group_id("TRA", f)}) for f in ("creator", "reviewer1", "reviewer2"))
OTHER = frozenset({group_id("FIN", "creator")})
MANAGER = frozenset({managers_of(BODY)})
ADVISER = frozenset({group_id("FIN", "adviser")})
OBSERVER, WIDE_OBSERVER = frozenset({observers_of(BODY, PLAIN)}), frozenset({observers_of(BODY, WIDE)})


def may_do(facts: AccessFacts, groups: frozenset[str]) -> str:
    roles = {role for role in Role if may(BODY, facts, groups, role)}
    return "".join(letter for role, letter in zip(Role, "rcem", strict=True) if role in roles)


@pytest.mark.requirement("meeting:ROL-1", "meeting:ROL-2")
@pytest.mark.parametrize(
    ("state", "creator", "head", "dg", "manager"),
    [
        ("draft", "rce", "", "", "r"),
        ("head", "rc", "rce", "", "r"),
        ("dg", "rc", "rc", "rce", "r"),
        ("waiting_opinions_head", "rc", "rc", "", "r"),
        ("validated", "rc", "rc", "rc", "rcem"),
        ("returned", "rce", "rc", "rc", "rcem"),
        ("returned_dg", "rc", "rc", "rce", "rcem"),
        ("accepted", "rc", "rc", "rc", "rcem"),
    ],
)
def test_the_chain_opens_level_by_level(state: str, creator: str, head: str, dg: str, manager: str) -> None:
    facts = AccessFacts(state, "TRA")
    assert [may_do(facts, groups) for groups in (CREATOR, HEAD, DG, MANAGER)] == [creator, head, dg, manager]
    assert may_do(facts, OTHER) == may_do(facts, frozenset()) == ""


@pytest.mark.requirement("meeting:ROL-2")
def test_observers_of_the_service_read_in_their_states() -> None:
    observer = frozenset({group_id("TRA", "observer")})
    assert may_do(AccessFacts("draft", "TRA"), observer) == "r"
    limited = replace(BODY, access=replace(BODY.access, observer_states=frozenset({"validated"})))
    assert not may(limited, AccessFacts("draft", "TRA"), observer, Role.READER)


@pytest.mark.requirement("meeting:ROL-3")
@pytest.mark.parametrize(
    ("state", "adviser", "expected"),
    [
        ("draft", AdviserFacts("FIN"), ""),
        ("dg", AdviserFacts("FIN"), "rc"),
        ("validated", AdviserFacts("FIN"), "r"),
        ("accepted", AdviserFacts("FIN"), ""),
        ("accepted", AdviserFacts("FIN", once_giveable=True), "r"),
        ("accepted", AdviserFacts("FIN", once_giveable=True, access_after="if_given"), ""),
        ("accepted", AdviserFacts("FIN", given=True, access_after="if_given"), "r"),
        ("accepted", AdviserFacts("FIN", given=True, once_giveable=True, access_after="lost"), ""),
        ("draft", AdviserFacts("FIN", give=frozenset({"draft"})), "rc"),
        ("validated", AdviserFacts("FIN", view=frozenset()), ""),
    ],
)
def test_advisers(state: str, adviser: AdviserFacts, expected: str) -> None:
    assert may_do(AccessFacts(state, "TRA", advisers=(adviser,)), ADVISER) == expected


@pytest.mark.requirement("meeting:ROL-5")
def test_copy_groups_each_in_its_states() -> None:
    facts = AccessFacts("validated", "TRA", True, copy_groups=("G",), restricted_copy_groups=("R",))
    assert [may_do(facts, frozenset({g})) for g in "GR"] == ["r", ""]
    assert [may_do(replace(facts, state="accepted"), frozenset({g})) for g in "GR"] == ["", "r"]


@pytest.mark.requirement("meeting:ROL-1")
def test_portfolios_and_committees() -> None:
    facts = AccessFacts("validated", "TRA", in_charge=("MAYOR",), committees=("works",))
    assert may_do(facts, frozenset({group_id("MAYOR", "observer")})) == "r"
    assert may_do(facts, frozenset({"committee_editors_works"})) == "rc"
    assert may_do(replace(facts, state="head"), frozenset({"committee_editors_works"})) == ""


@pytest.mark.requirement("meeting:ITM-17", "meeting:ROL-4")
def test_closed_items_and_power_observers() -> None:
    closed = AccessFacts("validated", "TRA", closed_session=True, copy_groups=("G",), advisers=(AdviserFacts("FIN"),))
    for groups in (MANAGER, CREATOR, ADVISER, frozenset({"G"}), WIDE_OBSERVER):
        assert "r" in may_do(closed, groups)
    assert may_do(closed, OBSERVER) == ""
    assert may_do(replace(closed, closed_session=False), OBSERVER) == "r"
    assert may_do(replace(closed, state="draft", closed_session=False), OBSERVER) == ""
    only_works = replace(PLAIN, item_condition={"field": "category", "is": "eq", "value": "works"})
    body = replace(BODY, access=replace(BODY.access, observers=(only_works,)))
    facts = AccessFacts("validated", "TRA", data={"category": "works"})
    assert may(body, facts, OBSERVER, Role.READER)
    assert not may(body, replace(facts, data=None), OBSERVER, Role.READER)


@pytest.mark.requirement("meeting:MTG-2", "meeting:ROL-4")
def test_what_a_reader_sees_inside() -> None:
    facts = AccessFacts("accepted", "TRA")
    assert seen_by(BODY, facts, MANAGER) == ALL_SEEN
    assert seen_by(BODY, facts, OBSERVER) == Seen(linked_items=True)
    assert seen_by(BODY, facts, OBSERVER | WIDE_OBSERVER) == Seen(linked_items=True, decisions_under_writing=True)
    service = seen_by(BODY, facts, CREATOR)
    assert service.confidential_annexes and not service.decisions_under_writing
    readers = {"service": CREATOR, "observer": OBSERVER, "wide": WIDE_OBSERVER, "manager": MANAGER}
    hidden = {who: decision_hidden(BODY, "decided", seen_by(BODY, facts, groups)) for who, groups in readers.items()}
    assert hidden == {"service": True, "observer": True, "wide": False, "manager": False}
    assert not decision_hidden(BODY, "decisions_published", seen_by(BODY, facts, CREATOR))


@pytest.mark.requirement("meeting:ROL-6")
def test_access_is_explained() -> None:
    facts = AccessFacts("head", "TRA")
    found = explain(BODY, facts, CREATOR, Role.READER)
    assert {grant.rule for grant in found.granted_by} == {"access.passed_level", "access.creators"}
    assert not explain(BODY, facts, CREATOR, Role.EDITOR).allowed
    assert found.values["state"] == "head"
    assert explain(BODY, facts, frozenset(), Role.MANAGER, admin=True).allowed
    assert principals(BODY, facts)[group_id("TRA", "reviewer1")] >= {Role.EDITOR}
    bare = Body(Identity("col", "College", "COL", "college"))
    assert [g.rule for g in grants(bare, AccessFacts("returned", "TRA"))] == ["access.manager", "access.observer"]


EVERY = [*CREATOR, *HEAD, *DG, *OTHER, *MANAGER, *ADVISER, *OBSERVER, *WIDE_OBSERVER, "G"]
STATES = ["draft", "head", "dg", "waiting_opinions_head", "validated", "returned", "accepted"]


@given(st.sets(st.sampled_from(EVERY)), st.sampled_from(STATES), st.sampled_from(list(Role)), st.booleans())
@pytest.mark.requirement("meeting:ROL-6")
def test_the_explanation_says_what_the_check_does(groups: set[str], state: str, role: Role, closed: bool) -> None:
    facts = AccessFacts(state, "TRA", closed, ("G",), advisers=(AdviserFacts("FIN", once_giveable=True),))
    explained = explain(BODY, facts, frozenset(groups), role)
    assert explained.allowed == may(BODY, facts, frozenset(groups), role)
    stored = principals(BODY, facts)
    assert explained.allowed == any(role in stored.get(group, ()) for group in groups)
