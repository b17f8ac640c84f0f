"""A task given about a dossier: who does it, who drops it, who reads it, and what waits for whom."""

from datetime import date, timedelta

import pytest
from AccessControl import getSecurityManager
from plone import api
from plone.app.testing import login

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.tasks import Wish
from commune.core.workflow.actor import current_actor
from commune.core.workflow.dashboards.board import board
from commune.core.workflow.process import Refused
from commune.core.workflow.task_lists import TODOS
from commune.core.workflow.tasks import change_task, give_task, note_progress, readable_tasks, tasks_of
from commune.core.workflow.units import unit_uid

SOON = today() + timedelta(days=3)


def at(portal, name):
    login(portal, name)
    return current_actor()


@pytest.fixture()
def portal(integration):
    return integration["portal"]


@pytest.fixture()
def task(dossier, portal):
    wish = Wish("Signer l'acte", unit_uid("TRA"), SOON, description="Chez le notaire")
    return give_task(dossier, wish, at(portal, "edith"))


def reads(portal, name, task):
    login(portal, name)
    return bool(getSecurityManager().checkPermission("View", task))


def move(portal, name, task, *transitions, comment=""):
    for transition in transitions:
        IProcess(task).perform(at(portal, name), transition, comment)


def codes(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return [one.code for one in refused.value.refusals]


@pytest.mark.requirement("core:1.11", "meeting:FUP-2")
def test_the_service_does_the_task_and_the_journals_tell(dossier, portal, task):
    assert (task.state, task.origin, dossier.task_uids) == ("to_do", dossier.UID(), (task.UID(),))
    note_progress(task, "Rendez-vous pris", at(portal, "worker"))
    move(portal, "worker", task, "start", "finish")
    assert (task.state, task.done_on) == ("done", today())
    kinds = [(entry.kind, entry.actor) for entry in Journal(task)]
    assert kinds == [("created", "edith"), ("remark", "worker"), ("transition", "worker"), ("transition", "worker")]
    assert (Journal(dossier).last().kind, Journal(dossier).last().data["title"]) == ("task_given", "Signer l'acte")
    move(portal, "edith", task, "reopen", comment="Il manque une signature")
    assert (task.state, task.done_on) == ("doing", None)


@pytest.mark.requirement("core:TSK-5")
def test_another_service_neither_reads_nor_moves_it_and_its_doers_do_not_drop_it(dossier, portal, task):
    seen = {name: reads(portal, name, task) for name in ("worker", "adviser", "olga", "otto", "counter", "councillor")}
    assert seen == {"worker": True, "adviser": True, "olga": True, "otto": False, "counter": False, "councillor": False}
    offers = {
        name: [one.transition.id for one in IProcess(task).offers(at(portal, name))]
        for name in ("worker", "adviser", "otto", "director", "edith")
    }
    assert offers == {
        "worker": ["start", "finish", "block"],
        "adviser": [],
        "otto": [],
        "director": ["start", "finish", "block", "cancel"],
        "edith": ["start", "finish", "block", "cancel"],
    }
    assert codes(note_progress, task, "Non", at(portal, "adviser")) == ["task.not_yours"]
    assert codes(change_task, task, Wish("Autre", unit_uid("TRA")), at(portal, "worker")) == ["task.not_yours"]


@pytest.mark.requirement("core:TSK-2")
def test_a_task_that_changes_service_loses_a_person_of_the_one_before(dossier, portal, task):
    tra, urb, edith = unit_uid("TRA"), unit_uid("URB"), at(portal, "edith")
    assert codes(change_task, task, Wish("Acte", tra, SOON, "urbanist"), edith) == ["task.assignee"]
    change_task(task, Wish("Acte", tra, SOON, "worker"), edith)
    assert task.assigned_to == "worker"
    change_task(task, Wish("Acte", urb, SOON, "worker"), at(portal, "edith"))
    assert (task.responsible_unit, task.assigned_to) == (urb, None)
    assert (reads(portal, "worker", task), reads(portal, "urbanist", task)) == (False, True)
    assert Journal(task).last().data["fields"] == ["service", "assignee"]


def test_a_faulty_task_is_refused_with_every_reason_and_nothing_is_made(dossier, portal):
    wish = Wish("", "nobody", date(2020, 1, 1), "worker")
    assert codes(give_task, dossier, wish, at(portal, "edith")) == [
        "task.title", "task.service", "task.due_past", "task.assignee",
    ]  # fmt: skip
    assert tasks_of(dossier) == []


def test_a_final_task_is_not_changed_and_a_past_term_may_stay(dossier, portal, task):
    task.due = date(2020, 1, 1)
    change_task(task, Wish("Acte", unit_uid("TRA"), date(2020, 1, 1)), at(portal, "edith"))
    move(portal, "edith", task, "cancel", comment="Sans objet")
    assert codes(change_task, task, Wish("Acte", unit_uid("TRA")), at(portal, "edith")) == ["task.over"]


@pytest.mark.requirement("core:1.11")
def test_open_tasks_wait_for_their_person_or_their_service_and_lists_show_no_more(dossier, portal, task):
    waiting = {name: [(r.title, r.due) for r in TODOS.rows(at(portal, name))] for name in ("worker", "otto", "adviser")}
    assert waiting == {"worker": [("Signer l'acte", SOON)], "otto": [], "adviser": []}
    counts = {}
    for name in ("worker", "edith", "counter"):
        tasks = board(portal.tasks, "core.tasks", at(portal, name))
        counts[name] = {s.id: len(api.content.find(**tasks.searched(s))) for s in tasks.searches()}
    assert counts["worker"] == {"mine": 0, "service": 1, "late": 0, "given": 0, "blocked": 0, "done": 0}
    assert counts["edith"]["given"] == 1 and not any(counts["counter"].values())
    login(portal, "otto")
    assert readable_tasks(dossier) == []
