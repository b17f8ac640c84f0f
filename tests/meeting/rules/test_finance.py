"""The chain in which a service writes its opinion: who takes it on, and what stops it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.machine import unreachable
from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import Refusal
from commune.meeting.rules.finance import (
    FUNCTIONS,
    VARIANTS,
    Paper,
    after_evaluation,
    finance_machine,
    first_state,
    hands_of,
    machine_of,
    public_code,
    stages,
    steps,
    waits_for,
    writer_of,
)
from commune.meeting.rules.opinion_settings import ServiceChain

FULL = ServiceChain("FIN")
ALL = frozenset(FUNCTIONS)


def walk(variant: str, *transitions: str) -> list[str]:
    machine, state, seen = finance_machine(variant), "completeness", []
    for name in transitions:
        found = machine.transition(name)
        assert found is not None and state in found.sources, (name, state)
        state = found.target
        seen.append(state)
    return seen


def offered(chain: ServiceChain, paper: Paper, *hands: str) -> list[tuple[str, list[str]]]:
    return [(way.id, codes(against)) for way, against in steps(chain, paper, frozenset(hands))]


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.requirement("meeting:ADV-10")
def test_the_chain_of_the_finance_service() -> None:
    assert walk("full", "mark_incomplete", "resubmit", "mark_complete", "to_reviewing", "to_managing", "sign",
                "give", "ask_again") == [
        "back_in_service", "completeness", "editing", "reviewing", "managing", "signed", "given", "editing",
    ]  # fmt: skip
    machine = machine_of(ServiceChain("FIN", reviewer_signs=True))
    sign, incomplete = machine.transition("sign"), machine.transition("mark_incomplete")
    assert sign is not None and sign.sources == ("managing", "reviewing")
    assert incomplete is not None and incomplete.comment
    assert {s.public_title for s in machine.states} == {"being_written", "given", "back_in_service"}
    assert public_code("managing") == "being_written"
    for variant in VARIANTS:
        for completeness in (True, False):
            assert unreachable(finance_machine(variant, completeness)) == ()


@pytest.mark.requirement("meeting:ADV-10")
@given(st.sampled_from(sorted(VARIANTS)), st.booleans(), st.booleans())
def test_every_variant_leads_from_the_first_hand_to_given(variant: str, completeness: bool, signs: bool) -> None:
    chain = ServiceChain("FIN", variant, completeness, signs)  # type: ignore[arg-type]
    state, seen = first_state(chain, False), []
    while state != "given":
        ahead = [w for w, no in steps(chain, Paper(state, Sense.POSITIVE), ALL) if not no and not w.comment]
        assert ahead and waits_for(chain, state) and state in stages(chain)
        seen.append(state)
        state = ahead[0].target
    hands = [state for state in seen if writer_of(state)]
    assert len(hands) == len(VARIANTS[variant]) and ("completeness" in seen) is completeness


@pytest.mark.requirement("meeting:ADV-10")
def test_nothing_goes_up_unwritten_or_while_it_is_asked_again() -> None:
    assert offered(FULL, Paper("editing"), "editor") == [("to_reviewing", ["opinions.nothing_written"])]
    assert offered(FULL, Paper("editing", None, True), "editor") == [("to_reviewing", ["opinions.asked_again"])]
    assert offered(FULL, Paper("editing", Sense.NIL, True), "editor") == [("to_reviewing", [])]
    assert offered(FULL, Paper("editing", Sense.NIL), "reviewer", "controller") == []
    assert offered(FULL, Paper("completeness"), "controller") == [("mark_complete", []), ("mark_incomplete", [])]
    assert offered(FULL, Paper("reviewing"), "reviewer") == [
        ("to_managing", ["opinions.nothing_written"]), ("back_to_editing", []),
    ]  # fmt: skip


@pytest.mark.requirement("meeting:ADV-10")
def test_who_signs() -> None:
    chain = ServiceChain("FIN", reviewer_signs=True)
    up, back = ("to_managing", []), ("back_to_editing", [])
    assert offered(chain, Paper("reviewing", Sense.POSITIVE), "reviewer") == [up, back, ("sign", [])]
    assert offered(chain, Paper("reviewing", Sense.NEGATIVE), "reviewer") == [
        up, back, ("sign", ["opinions.manager_signs_negative"]),
    ]  # fmt: skip
    assert offered(FULL, Paper("reviewing", Sense.POSITIVE), "reviewer") == [up, back]
    assert offered(chain, Paper("managing", Sense.NEGATIVE), "manager") == [("back_to_reviewing", []), ("sign", [])]
    assert offered(chain, Paper("managing", Sense.POSITIVE), "reviewer") == []
    last = ServiceChain("FIN", "no_manager")
    assert offered(last, Paper("reviewing", Sense.NEGATIVE), "reviewer")[-1] == ("sign", [])
    assert offered(last, Paper("signed", Sense.NEGATIVE), "reviewer") == [("give", [])]


@pytest.mark.requirement("meeting:ADV-10")
def test_where_an_opinion_stands_once_the_file_is_looked_at() -> None:
    found = [
        after_evaluation(FULL, state, value)
        for state, value in (("completeness", "incomplete"), ("reviewing", "incomplete"), ("signed", "incomplete"),
                             ("back_in_service", "asked_again"), ("back_in_service", "complete"),
                             ("completeness", "not_required"), ("reviewing", "complete"))
    ]  # fmt: skip
    assert found == ["back_in_service", "back_in_service", "signed", "completeness", "editing", "editing", "reviewing"]
    assert after_evaluation(ServiceChain("FIN", completeness=False), "editing", "incomplete") == "editing"
    assert hands_of(frozenset({"opinion_editor", "adviser"})) == {"editor"}
    assert [first_state(FULL, done) for done in (False, True)] == ["completeness", "editing"]
