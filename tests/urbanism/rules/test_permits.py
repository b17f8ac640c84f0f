from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.machine import unreachable
from commune.urbanism.rules import permits
from commune.urbanism.rules.permits import MACHINE, PermitFacts
from commune.urbanism.rules.procedure_choice import Choice

DAY = date(2026, 3, 2)
SIMPLE = frozenset({Choice.SIMPLE})
DECIDED = {"decision_on": DAY, "decision_sense": "grant", "decided_by": "college"}


def facts(state, **more):
    return PermitFacts(state, **more)


def codes(transition, given_facts):
    return [(r.code, r.place) for r in permits.transition_refusals(transition, given_facts)]


@pytest.mark.requirement("urbanism:5.1")
def test_every_state_is_reached_and_only_the_archive_is_a_dead_end():
    assert unreachable(MACHINE) == ()
    assert [s.id for s in MACHINE.states if not MACHINE.leaving(s.id)] == ["archived"]


ALLOWED = [
    ("register", facts("draft", has_applicant=True, subject="Shed", has_place=True, deposited_on=DAY)),
    ("mark_incomplete", facts("deposit", missing_pieces=2, statement_sent_on=DAY)),
    ("receive_supplements", facts("incomplete", supplements_on=DAY)),
    ("mark_complete", facts("deposit", choice=SIMPLE, acknowledged_on=DAY, has_place=True, has_applicant=True)),
    ("default_complete", facts("deposit", completeness_missed=True)),
    ("declare_inadmissible", facts("deposit", times_incomplete=1, missing_pieces=1)),
    ("declare_inadmissible", facts("incomplete", supplements_missed=True)),
    ("declare_inadmissible", facts("deposit", inadmissible_reason="no owner")),
    ("submit", facts("complete", report_ready=True)),
    ("grant", facts("complete", **DECIDED)),
    ("refuse", facts("decision_pending", **DECIDED)),
    ("suspend", facts("complete", suspended_on=DAY, comment="court")),
    ("resume", facts("suspended", previous_state="complete")),
    ("freeze", facts("deposit", comment="flood")),
    ("thaw", facts("frozen", previous_state="deposit")),
    ("withdraw", facts("suspended", withdrawal_letter=True)),
    ("seise", facts("decision_pending", decision_missed=True)),
    ("appeal", facts("granted", appeal_on=DAY)),
    ("grant_on_appeal", facts("appeal", decision_on=DAY, decided_by="minister")),
    ("lapse", facts("granted", lapse_reached=True)),
    ("lapse", facts("granted", lapse_report=True, works_done=True)),
    ("reopen", facts("refused", previous_state="decision_pending", comment="mistake")),
    ("archive", facts("lapsed", retention_over=True)),
]


@pytest.mark.requirement("urbanism:5.1")
@pytest.mark.parametrize(("transition", "given_facts"), ALLOWED)
def test_moves_that_may_be_made(transition, given_facts):
    assert codes(transition, given_facts) == []


REFUSED = [
    ("fly", facts("deposit"), [("permit.no_such_move", "")]),
    ("grant", facts("deposit"), [("permit.no_such_move", "")]),
    ("register", facts("draft"), [("required", p) for p in ("applicant", "subject", "place", "deposited_on")]),
    ("mark_incomplete", facts("deposit"), [("required", "missing_pieces"), ("required", "statement_sent_on")]),
    (
        "mark_complete",
        facts("deposit", choice=frozenset({Choice.UNKNOWN})),
        [("permit.choice_unknown", "choice")]
        + [("required", p) for p in ("acknowledged_on", "has_place", "has_applicant")],
    ),
    (
        "default_complete",
        facts("deposit", statement_sent_on=DAY),
        [("permit.completeness_running", ""), ("permit.statement_sent", "")],
    ),
    ("declare_inadmissible", facts("deposit", missing_pieces=1), [("permit.no_inadmissibility", "")]),
    ("submit", facts("complete"), [("permit.no_report", "report_ready")]),
    ("grant", facts("complete"), [("required", p) for p in DECIDED]),
    ("suspend", facts("complete"), [("required", "suspended_on"), ("required", "comment")]),
    ("resume", facts("suspended"), [("permit.no_previous_state", "")]),
    ("seise", facts("complete"), [("permit.decision_running", "decision_missed")]),
    ("lapse", facts("granted", lapse_reached=True, works_done=True), [("permit.not_lapsed", "")]),
    ("reopen", facts("granted", previous_state="complete"), [("required", "comment")]),
]


@pytest.mark.requirement("urbanism:5.1")
@pytest.mark.parametrize(("transition", "given_facts", "expected"), REFUSED)
def test_moves_that_may_not(transition, given_facts, expected):
    assert codes(transition, given_facts) == expected


@pytest.mark.requirement("urbanism:S05", "urbanism:5.1")
def test_second_incompleteness_leaves_only_inadmissibility():
    again = facts("deposit", times_incomplete=1, missing_pieces=2, statement_sent_on=DAY)
    assert codes("mark_incomplete", again) == [("permit.second_incompleteness", "")]
    assert codes("declare_inadmissible", again) == []


@pytest.mark.requirement("urbanism:5.1", "urbanism:20")
@given(st.sampled_from(["deposit", "incomplete", "complete", "decision_pending"]))
def test_suspended_and_frozen_go_back_where_they_were(state):
    for away, back in (("suspend", "resume"), ("freeze", "thaw")):
        before = facts(state)
        stopped = facts(permits.next_state(away, before), previous_state=permits.state_to_remember(away, before))
        assert codes(back, stopped) == []
        assert permits.next_state(back, stopped) == state


def test_reopening_after_an_appeal_goes_back_to_the_running_state():
    granted = facts("granted", previous_state="complete")
    appeal = replace(granted, state="appeal", previous_state=permits.state_to_remember("appeal", granted))
    assert permits.next_state("reopen", appeal) == "complete"
    with pytest.raises(KeyError):
        permits.next_state("fly", appeal)


def test_effects_belong_to_moves():
    assert set(permits.EFFECTS) <= {t.id for t in MACHINE.transitions}


@pytest.mark.requirement("urbanism:5.1")
def test_decision_out_of_time_or_by_another_authority_warns():
    late = facts("granted", notified_on=date(2026, 5, 17), decision_due=date(2026, 5, 16), decided_by="college")
    assert [r.code for r in permits.decision_warnings(late)] == ["permit.out_of_time", "permit.not_competent"]
    fine = replace(late, notified_on=date(2026, 5, 16), competent_authority="college")
    assert permits.decision_warnings(fine) == ()


def test_a_decision_that_is_not_sent_warns():
    taken = facts("granted", decision_on=DAY, decided_by="college", competent_authority="college")
    assert [r.code for r in permits.decision_warnings(taken)] == ["permit.not_notified"]
    assert permits.decision_warnings(replace(taken, notified_on=DAY)) == ()


@pytest.mark.parametrize(
    ("procedure", "deposited", "allowed"),
    [("PIC", None, False), ("PI", date(2024, 3, 31), True), ("PIC", date(2024, 4, 1), False), ("P", None, True)],
)
def test_closed_procedures(procedure, deposited, allowed):
    assert (permits.creation_refusals(procedure, deposited, DAY) == ()) is allowed


@pytest.mark.requirement("urbanism:2")
def test_deletion():
    assert permits.deletion_refusals(facts("deposit"), manager=True) == ()
    sent = facts("complete", acknowledged_on=DAY)
    found = [r.code for r in permits.deletion_refusals(sent, manager=False)]
    assert found == ["permit.manager_only", "permit.already_acknowledged"]
