from dataclasses import replace
from datetime import date

import pytest

from commune.urbanism.rules import steps as st
from commune.urbanism.rules.steps import DateKind, Marker, Step

MARCH_2 = date(2026, 3, 2)
DEPOSIT = Step("d", Marker.DEPOSIT, MARCH_2, received_on=MARCH_2)


def codes(refusals):
    return [r.code for r in refusals]


@pytest.mark.requirement("urbanism:S11", "urbanism:6")
def test_the_legal_date_counts_not_the_date_of_the_row():
    ack = Step("a", Marker.ACKNOWLEDGMENT, date(2026, 2, 26), sent_on=MARCH_2)
    assert ack.legal_date == MARCH_2
    assert replace(ack, sent_on=None).legal_date is None
    assert DEPOSIT.legal_date == MARCH_2
    assert Step("x", Marker.COUNCIL, MARCH_2).legal_date == MARCH_2


def test_steps_of_a_kind_in_order_of_their_legal_date():
    late = Step("o2", Marker.OPINION_REQUEST, MARCH_2, sent_on=date(2026, 4, 1), series=2)
    early = Step("o1", Marker.OPINION_REQUEST, MARCH_2, sent_on=date(2026, 3, 9))
    unsent = Step("o3", Marker.OPINION_REQUEST, MARCH_2)
    steps = [late, early, unsent, DEPOSIT]
    assert st.steps_of(steps, Marker.OPINION_REQUEST) == (early, late)
    assert st.steps_of(steps, Marker.OPINION_REQUEST, series=2) == (late,)
    assert (st.first_deposit(steps), st.last_series(steps)) == (MARCH_2, 2)
    assert (st.first_deposit([]), st.last_series([])) == (None, 1)


@pytest.mark.requirement("urbanism:6")
@pytest.mark.parametrize(
    ("new", "final", "expected"),
    [
        (Step("n", Marker.ACKNOWLEDGMENT, date(2026, 3, 1)), False, ["step.before_deposit"]),
        (Step("n", Marker.REPORT, date(2026, 3, 1)), False, []),
        (Step("n", Marker.ACKNOWLEDGMENT, MARCH_2), False, []),
        (Step("n", Marker.DEPOSIT, MARCH_2), False, ["step.only_once"]),
        (Step("n", Marker.OPINION, MARCH_2, answers="zz"), False, ["step.answers_nothing"]),
        (Step("n", Marker.OPINION, MARCH_2, answers="d"), False, []),
        (Step("n", Marker.OPINION, MARCH_2), True, ["step.dossier_final"]),
        (Step("n", Marker.WORK_START, MARCH_2), True, []),
    ],
)
def test_adding_a_step(new, final, expected):
    assert codes(st.addition_refusals([DEPOSIT], new, final)) == expected


def test_first_step_of_a_dossier():
    assert st.addition_refusals([], DEPOSIT) == ()


@pytest.mark.requirement("urbanism:6")
def test_odd_dates_are_warned_about():
    odd = Step("a", Marker.ACKNOWLEDGMENT, MARCH_2, sent_on=date(2026, 3, 1))
    assert codes(st.date_warnings(odd)) == ["step.sent_before_event"]
    assert codes(st.date_warnings(replace(odd, sent_on=None))) == ["step.no_legal_date"]
    assert st.date_warnings(DEPOSIT) == ()


@pytest.mark.requirement("urbanism:6")
def test_deleting_a_step():
    first = Step("i1", Marker.INQUIRY, MARCH_2)
    second = Step("i2", Marker.ANNOUNCEMENT, MARCH_2)
    steps = [DEPOSIT, first, second, Step("o", Marker.OPINION, MARCH_2, answers="r"), Step("r", Marker.REPORT, MARCH_2)]
    assert codes(st.deletion_refusals(steps, DEPOSIT, starts_clock=True)) == ["step.started_clock"]
    assert st.deletion_refusals(steps, DEPOSIT, starts_clock=True, manager=True) == ()
    assert codes(st.deletion_refusals(steps, first)) == ["step.not_last_consultation"]
    assert st.deletion_refusals(steps, second) == ()
    assert codes(st.deletion_refusals(steps, steps[4], final=True)) == ["step.answered", "step.dossier_final"]


@pytest.mark.requirement("urbanism:6")
def test_steps_of_a_kind_are_numbered_and_consultations_together():
    steps = [Step("i1", Marker.INQUIRY, MARCH_2), DEPOSIT, Step("i2", Marker.ANNOUNCEMENT, MARCH_2)]
    assert [st.number_of(steps, s) for s in steps] == [1, 1, 2]


@pytest.mark.requirement("urbanism:6")
def test_final_state_closes_what_is_open_but_not_the_works():
    steps = [DEPOSIT, replace(DEPOSIT, uid="c", closed=True), Step("w", Marker.WORK_START, MARCH_2)]
    assert st.closing_on_final(steps) == ("d",)


def test_markers():
    assert st.marker_refusals("deposit") == ()
    assert codes(st.marker_refusals("nonsense")) == ["step.unknown_marker"]
    assert st.legal_kind(Marker.DECISION) is DateKind.EVENT
