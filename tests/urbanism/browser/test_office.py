"""The list of permits, the form at the counter and what must be done: for the service in charge, nobody else."""

from datetime import date

import pytest
from plone import api

from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.units import unit_uid
from commune.urbanism.browser.office.entry import ENTRY
from commune.urbanism.browser.office.todo import TODOS
from commune.urbanism.workflow.opinions import ask
from tests.urbanism.permits import as_user, complete, told

LIST = "urbanism/permits/@@dashboard/urbanism.permits"


@pytest.fixture()
def root(functional):
    return functional["portal"].absolute_url()


def status(page):
    return page.headers["status"][:3]


@pytest.mark.requirement("urbanism:16")
def test_the_list_shows_and_counts_for_the_service(made, browse, root):
    page = browse("urbanist")
    page.open(f"{root}/{LIST}?search=to-complete")
    text = " ".join(page.contents.split())
    for said in ("PU/2026/0001", "Verlinde Camille", "Rue de l", "2026-07-31"):
        assert said in text
    page.open(f"{root}/{LIST}?search=college")
    assert "PU/2026/0001" not in page.contents


def test_the_list_opens_for_nobody_else(made, browse, root):
    for account in ("worker", "counter"):
        page = browse(account)
        page.open(f"{root}/{LIST}")
        assert status(page) == "404"


def test_the_door_is_shown_to_those_who_read_permits(functional):
    shown = {}
    for account in ("urbanist", "director", "worker"):
        as_user(functional["portal"], account)
        shown[account] = bool(api.user.has_permission(ENTRY.permission, obj=functional["portal"]))
    assert shown == {"urbanist": True, "director": True, "worker": False}


def rows(portal, account):
    return [(row.reference, row.due, row.kind) for row in TODOS.rows(as_user(portal, account))]


def test_each_has_what_he_must_do(made, functional):
    portal = functional["portal"]
    made.assigned_to = "urbanist"
    complete(made)
    ask(made, SYSTEM, unit_uid("TRA"), "", date(2026, 7, 14))
    made.reindexObject()
    assert rows(portal, "urbanist") == [("PU/2026/0001", date(2026, 9, 23), "permit")]
    assert rows(portal, "adviser") == [("PU/2026/0001", None, "permit")]
    assert rows(portal, "worker") == []
    made.assigned_to = None
    made.reindexObject()
    assert rows(portal, "urbanist") == [("PU/2026/0001", date(2026, 9, 23), "permit")]


def test_a_decided_permit_asks_something_until_it_is_sent(made, functional):
    made.assigned_to = "urbanist"
    complete(made)
    told(made, "decision", date(2026, 7, 14), data={"sense": "granted", "by": "college"})
    IProcess(made).perform(SYSTEM, "grant")
    assert rows(functional["portal"], "urbanist") == [("PU/2026/0001", date(2026, 9, 23), "permit")]
    told(made, "notification", date(2026, 7, 15))
    assert rows(functional["portal"], "urbanist") == []


def test_a_permit_is_opened_at_the_counter(made, browse, root):
    page = browse("urbanist")
    page.open(f"{root}/urbanism/permits/@@new-permit")
    form = page.getForm(index=page.contents.count("<form") - 1)
    form.getControl(name="name").value = "Servais"
    form.getControl(name="nrn").value = "85.07.30-033.29"
    form.getControl(name="parcels").value = "le pré"
    form.submit()
    assert status(page) == "409"
    for field in ("subject", "nrn", "parcels"):
        assert f'href="#permit-{field}"' in page.contents
    form = page.getForm(index=page.contents.count("<form") - 1)
    assert form.getControl(name="parcels").value == "le pré"
    form.getControl(name="subject").value = "Abri de jardin"
    form.getControl(name="nrn").value = ""
    form.getControl(name="parcels").value = "92094 C 14"
    form.submit()
    assert "PU/2026/0002" in page.contents and "Servais" in page.contents


def test_the_counter_form_is_for_the_service(made, browse, root):
    for account in ("worker", "adviser"):
        page = browse(account)
        page.open(f"{root}/urbanism/permits/@@new-permit")
        assert status(page) == "404"
