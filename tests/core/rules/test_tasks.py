"""Tasks: their states, who is late, what is wrong with one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from commune.core.rules.machine import unreachable
from commune.core.rules.refusals import NONE
from commune.core.rules.tasks import (
    CHECKING,
    DOING,
    TASK,
    Task,
    Wish,
    against_task,
    assignee_after,
    overdue,
    rate_on_time,
)

TODAY = date(2026, 11, 2)


@pytest.mark.requirement("meeting:FUP-2")
def test_late_tasks_and_those_done_in_time() -> None:
    assert unreachable(TASK) == ()
    late = Task("a", "TRA", date(2026, 11, 1))
    assert [overdue(t, TODAY) for t in (late, replace(late, due=TODAY), replace(late, state="done"))] == [
        True, False, False,
    ]  # fmt: skip
    assert not overdue(replace(late, due=None), TODAY)
    on_time = replace(late, state="done", done_on=date(2026, 11, 1))
    assert rate_on_time((on_time, replace(on_time, done_on=TODAY), late)) == Fraction(1, 2)
    assert rate_on_time((late,)) is None


@pytest.mark.parametrize(
    ("wish", "places"),
    [
        pytest.param(Wish("Signer l'acte", "TRA", TODAY, "worker"), [], id="good"),
        pytest.param(Wish("Signer l'acte", "TRA"), [], id="without term nor person"),
        pytest.param(Wish(" ", "XXX", date(2026, 11, 1), "otto"), ["title", "service", "due", "assignee"], id="all"),
    ],
)
def test_what_is_wrong_with_a_task(wish: Wish, places: list[str]) -> None:
    assert [r.place for r in against_task(wish, {"TRA", "URB"}, {"worker"}, TODAY)] == places


@pytest.mark.requirement("core:TSK-2")
def test_a_person_of_another_service_is_refused_and_cleared_when_the_service_changes() -> None:
    assert [r.code for r in against_task(Wish("x", "TRA", assignee="urbanist"), {"TRA"}, {"worker"}, TODAY)] == [
        "task.assignee"
    ]
    assert against_task(Wish("x", "TRA", assignee="worker"), {"TRA"}, {"worker"}, TODAY) == NONE
    assert [assignee_after("worker", {"worker", "head"}), assignee_after("worker", {"urbanist"})] == ["worker", ""]


def test_whoever_does_a_task_does_not_drop_it() -> None:
    by = {transition.id: transition.functions for transition in TASK.transitions}
    assert (by["finish"], by["cancel"], by["reopen"]) == (DOING, CHECKING, CHECKING)
    assert "editor" not in CHECKING
