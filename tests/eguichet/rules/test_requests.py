from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from commune.core.rules.machine import unreachable
from commune.core.rules.refusals import Refusal
from commune.eguichet.rules import requests
from commune.eguichet.rules.requests import HandOver, RequestFacts

NOW = datetime(2026, 6, 15, 10, 0)
SOON = NOW + timedelta(days=10)
DECIDED = {"decision_text": "yes", "motivation": "because", "appeal_text": "within 60 days"}


def facts(state, **more):
    return RequestFacts(state, **more)


def codes(transition, given):
    return [(r.code, r.place) for r in requests.transition_refusals(transition, given, NOW)]


def test_every_state_is_reached_and_no_open_state_is_a_dead_end():
    assert unreachable(requests.MACHINE) == ()
    for state in requests.MACHINE.states:
        assert state.final or requests.MACHINE.leaving(state.id)
        assert state.public_title


ALLOWED = [
    pytest.param("ask_payment", facts("received", charge_due=2250), id="fee before treatment"),
    pytest.param("ask_payment", facts("in_progress", charge_due=2250, charge_paid=100), id="fee after examination"),
    pytest.param("settle_before", facts("awaiting_payment", charge_due=5, charge_paid=5), id="paid"),
    pytest.param("settle_after", facts("awaiting_payment", fee_after_examination=True), id="paid after examination"),
    pytest.param("expire_payment", facts("awaiting_payment", charge_due=5, payment_expires_at=NOW), id="expired"),
    pytest.param("expire_payment", facts("awaiting_payment", charge_due=5, by_citizen=True), id="citizen gives up"),
    pytest.param("take", facts("received"), id="officer takes it"),
    pytest.param("declare_inadmissible", facts("received", comment="too late"), id="inadmissible"),
    pytest.param("ask_citizen", facts("in_progress", question="Which tree?", question_due_at=SOON), id="question"),
    pytest.param("ask_citizen", facts("in_progress", items_missing=("plan",), question_due_at=SOON), id="items"),
    pytest.param("resume", facts("waiting_citizen"), id="answered"),
    pytest.param("close_unanswered", facts("waiting_citizen", due_at=NOW - timedelta(1), reminders_sent=2), id="mute"),
    pytest.param("accept", facts("in_progress", decision_text="yes"), id="accepted"),
    pytest.param("accept", facts("in_progress", decision_text="y", hand_over=HandOver.DECIDED), id="by other dossier"),
    pytest.param("accept_partially", facts("in_progress", **DECIDED), id="in part"),
    pytest.param("refuse", facts("in_progress", **DECIDED), id="refused"),
    pytest.param("close", facts("accepted"), id="delivered"),
    pytest.param("close", facts("refused", charge_due=5), id="a refused request owes nothing"),
    pytest.param("cancel", facts("received", by_citizen=True, citizen_may_cancel=True), id="by citizen"),
    pytest.param("cancel", facts("in_progress", hand_over=HandOver.HANDED_OVER), id="module agrees"),
    pytest.param("transfer", facts("received", comment="region", transfer_target="SPW"), id="transferred"),
    pytest.param("reopen", facts("closed", comment="new element"), id="reopened"),
]


@pytest.mark.requirement("eguichet:E-11")
@pytest.mark.parametrize(("transition", "given"), ALLOWED)
def test_moves_that_may_be_made(transition, given):
    assert codes(transition, given) == []


REFUSED = [
    ("ask_payment", facts("received"), [("request.nothing_to_pay", "")]),
    ("settle_before", facts("awaiting_payment", charge_due=5), [("request.not_paid", "")]),
    ("settle_before", facts("awaiting_payment", fee_after_examination=True), [("request.other_return", "")]),
    ("expire_payment", facts("awaiting_payment", charge_due=5), [("request.payment_running", "")]),
    ("expire_payment", facts("awaiting_payment"), [("request.already_paid", "")]),
    ("take", facts("in_progress"), [("request.no_such_move", "")]),
    ("fly", facts("in_progress"), [("request.no_such_move", "")]),
    ("declare_inadmissible", facts("received"), [("required", "comment")]),
    ("ask_citizen", facts("in_progress"), [("required", "question"), ("required", "question_due_at")]),
    (
        "ask_citizen",
        facts("in_progress", question="?", question_due_at=NOW),
        [("request.due_in_past", "question_due_at")],
    ),
    ("resume", facts("waiting_citizen", items_missing=("plan",)), [("request.item_missing", "plan")]),
    ("close_unanswered", facts("waiting_citizen"), [("request.still_time", ""), ("request.reminders", "")]),
    ("close_unanswered", facts("waiting_citizen", due_at=NOW, reminders_sent=2), [("request.still_time", "")]),
    ("accept", facts("in_progress"), [("required", "decision_text")]),
    (
        "accept",
        facts("in_progress", decision_text="y", hand_over=HandOver.HANDED_OVER),
        [("request.decided_elsewhere", "")],
    ),
    ("refuse", facts("in_progress"), [("required", p) for p in ("decision_text", "motivation", "appeal_text")]),
    ("close", facts("accepted", charge_due=5), [("request.not_paid", "")]),
    (
        "close",
        facts("accepted", documents_undelivered=("act",), bookings_open=("hall",)),
        [("request.document_undelivered", "act"), ("request.booking_open", "hall")],
    ),
    ("cancel", facts("received", by_citizen=True), [("request.citizen_may_not_cancel", "")]),
    (
        "cancel",
        facts("in_progress", hand_over=HandOver.HANDED_OVER, module_agrees=False),
        [("request.module_disagrees", "")],
    ),
    ("cancel", facts("in_progress", hand_over=HandOver.DECIDED), [("request.already_decided", "")]),
    ("transfer", facts("received"), [("required", "transfer_target"), ("required", "comment")]),
    ("reopen", facts("closed", comment=" "), [("required", "comment")]),
]


@pytest.mark.requirement("eguichet:E-11")
@pytest.mark.parametrize(("transition", "given", "expected"), REFUSED)
def test_moves_that_may_not(transition, given, expected):
    assert codes(transition, given) == expected


@pytest.mark.requirement("eguichet:E-11")
def test_second_actor_learns_who_was_quicker():
    late = facts("received", version=3, stored_version=4, changed_by="ben")
    assert requests.transition_refusals("take", late, NOW) == (Refusal("transition_stale", {"by": "ben"}),)


def test_open_transitions_say_why_not():
    moves = requests.open_transitions(facts("received"), NOW)
    assert moves["take"] == ()
    assert moves["ask_payment"] == (Refusal("request.nothing_to_pay"),)
    assert set(moves) == {"ask_payment", "take", "declare_inadmissible", "cancel", "transfer"}


def test_public_wording():
    assert requests.public_state("received") == "request.received"
    assert requests.public_state("in_progress", HandOver.WAITING) == "request.in_progress"
    assert requests.public_state("in_progress", HandOver.HANDED_OVER) == "request.in_progress.handed_over"
    assert requests.public_state("accepted", HandOver.DECIDED) == "request.accepted"


@pytest.mark.requirement("eguichet:E-11")
@pytest.mark.parametrize("state", [s.id for s in requests.MACHINE.states])
def test_old_link_clicked_twice_has_no_further_effect(state):
    for transition in requests.MACHINE.leaving(state):
        moved = replace(facts(state, version=1, stored_version=2))
        assert requests.transition_refusals(transition.id, moved, NOW)[0].code == "transition_stale"
