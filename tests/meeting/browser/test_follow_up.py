"""Follow-up, tasks and the supervisory authority on the page of an item, without scripts."""

from html import unescape

import pytest
import transaction
from plone import api

from commune.core.workflow.lookup import by_uid
from commune.core.workflow.units import unit_uid


@pytest.fixture()
def decided(office):
    meeting = office.sitting_with("Pont")
    (item,) = map(by_uid, meeting.agenda.uids)
    office.as_user("secretary").go(meeting, "freeze", "decide").go(item, "accept")
    office.keep()
    return item


@pytest.mark.requirement("meeting:FUP-1", "meeting:FUP-3")
def test_a_manager_asks_the_service_answers(office, decided, status):
    secretary, creator = office.at("secretary"), office.at("creator")
    creator.open(decided.absolute_url())
    assert "follow-up-act" not in creator.contents and "@@supervision" not in creator.contents
    secretary.open(decided.absolute_url())
    secretary.getControl(name="needed").value = "Où en sont les travaux ?"
    secretary.getControl("Ask the service").click()
    assert "awaited" in secretary.contents
    creator.open(decided.absolute_url())
    assert "Où en sont les travaux ?" in unescape(creator.contents)
    creator.getControl(name="provided").value = "Le pont est fini."
    creator.getControl("Give the follow-up").click()
    assert "<p>Le pont est fini.</p>" in creator.contents and "mark-good" in creator.contents
    secretary.open(decided.absolute_url())
    secretary.getControl(name="sent").value = "2026-01-05"
    secretary.getControl(name="received").value = "2026-01-01"
    form = secretary.getForm(action=f"{decided.absolute_url()}/@@supervision")
    form.submit()
    assert status(secretary) == "409" and 'href="#authority-received"' in secretary.contents
    assert secretary.getControl(name="sent").value == "2026-01-05"
    secretary.getControl(name="received").value = "2026-01-07"
    secretary.getForm(action=f"{decided.absolute_url()}/@@supervision").submit()
    assert status(secretary) == "200" and "No answer in time" in secretary.contents
    assert "Answer of the supervisory authority" in secretary.contents


@pytest.mark.requirement("meeting:FUP-2")
def test_a_task_is_given_done_and_told(office, decided, status):
    secretary = office.at("secretary")
    secretary.open(decided.absolute_url())
    secretary.getControl(name="task_title").value = "Commander les pierres"
    secretary.getControl(name="task_service").value = [unit_uid("POP")]
    secretary.getControl(name="task_due").value = "lundi"
    secretary.getControl("Give the task").click()
    assert status(secretary) == "409" and 'href="#task-due"' in secretary.contents
    assert secretary.getControl(name="task_title").value == "Commander les pierres"
    secretary.getControl(name="task_due").value = "2099-01-11"
    secretary.getControl("Give the task").click()
    transaction.begin()
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="task")
    counter = office.at("counter")
    counter.open(f"{office.portal.absolute_url()}/@@start")
    assert "Commander les pierres" in counter.contents and "Given to your service" in counter.contents
    counter.open(brain.getURL())
    assert "Pont" not in counter.contents and "Change the task" not in counter.contents
    counter.getControl(name="note").value = "Devis demandé."
    counter.getControl("Keep the remark").click()
    assert "Devis demandé." in unescape(counter.contents)
    counter.getControl("It is done").click()
    secretary.open(decided.absolute_url())
    assert "state-final" in secretary.contents
    for person in ("finance", "councillor", "citizen", None):
        someone = office.at(person)
        for path in ("", "/@@task-act", "/@@dossier-tasks"):
            someone.open(brain.getURL() + path)
            assert (person, path, status(someone)) == (person, path, "404")


def test_a_task_is_changed_by_who_gave_it(office, decided):
    secretary = office.at("secretary")
    secretary.open(decided.absolute_url())
    secretary.getControl(name="task_title").value = "Commander"
    secretary.getControl(name="task_service").value = [unit_uid("TRA")]
    secretary.getControl("Give the task").click()
    secretary.getLink("Commander").click()
    secretary.getControl(name="task_assignee").value = ["worker"]
    secretary.getForm(action=f"{secretary.url.split('?')[0]}/@@task-act", index=1).submit()
    assert "Maxime Delcroix" in secretary.contents
    worker = office.at("worker")
    worker.open(f"{office.portal.absolute_url()}/tasks/@@dashboard/core.tasks?search=mine")
    assert "Commander" in worker.contents
