"""An item is written by the creators of a service, read by those concerned, and answered by its advisers."""

import json
from html import unescape

import pytest
import transaction
from plone import api

from commune.core.workflow.lookup import by_uid
from commune.core.workflow.units import unit_uid


def write(browser, office, title, unit):
    browser.open(f"{office.college.absolute_url()}/@@add-item")
    browser.getControl(name="form.widgets.title").value = title
    browser.getControl(name="form.widgets.IDossierFields.responsible_unit:list").value = [unit_uid(unit)]
    browser.getControl(name="form.buttons.save").click()


@pytest.mark.requirement("meeting:AC-01", "meeting:ROL-2")
def test_a_creator_writes_an_item_for_his_service(office, status):
    creator = office.at("creator")
    write(creator, office, "Réfection du pont", "TRA")
    assert status(creator) == "200" and "Réfection du pont" in unescape(creator.contents)
    transaction.begin()
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="meeting_item")
    item = by_uid(brain.UID)
    assert (item.state, item.responsible_unit) == ("draft", unit_uid("TRA"))
    head = office.at("head")
    head.open(item.absolute_url())
    assert status(head) == "404"
    creator.getControl("Propose to the head").click()
    assert "Proposed to the head" in creator.contents
    head.open(f"{item.absolute_url()}/edit")
    head.getControl(name="form.widgets.title").value = "Réfection du vieux pont"
    head.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert item.title == "Réfection du vieux pont"


def test_only_the_services_of_which_one_is_creator_are_offered(office, status):
    worker = office.at("worker")
    worker.open(f"{office.college.absolute_url()}/@@add-item")
    choice = worker.getControl(name="form.widgets.IDossierFields.responsible_unit:list")
    assert [one for one in choice.options if one != "--NOVALUE--"] == [unit_uid("TRA")]
    for person in ("finance", "head", "counter", None):
        someone = office.at(person)
        someone.open(f"{office.college.absolute_url()}/@@add-item")
        assert (person, status(someone)) == (person, "404")


def test_an_item_without_title_comes_back_with_what_was_typed(office, status):
    creator = office.at("creator")
    write(creator, office, "", "TRA")
    assert 'href="#form-widgets-title"' in creator.contents
    transaction.begin()
    assert len(api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="meeting_item")) == 0


@pytest.mark.requirement("meeting:ADV-3")
def test_an_adviser_gives_an_opinion_and_nobody_else_may(office, status):
    settings = office.college.document
    settings["opinions"]["give"] = ["proposed_to_head"]
    office.college.settings = json.dumps(settings)
    item = office.as_user("creator").item("Budget", unit="TRA", optional_advisers=["FIN"])
    office.go(item, "propose_to_head")
    office.keep()
    where = item.absolute_url()
    head, finance = office.at("head"), office.at("finance")
    for person in (head, finance):
        person.open(where)
    assert "Give the opinion" not in head.contents and "Give the opinion" in finance.contents
    finance.getControl(name="sense").value = ["negative"]
    finance.getControl("Give the opinion").click()
    assert status(finance) == "409"
    finance.getControl(name="comment").value = "Crédit insuffisant."
    finance.getControl("Give the opinion").click()
    assert "Crédit insuffisant." in unescape(finance.contents)
    head.open(where)
    assert "Crédit insuffisant." in unescape(head.contents) and "Unfavourable" in head.contents


def test_strangers_find_no_item(office, status):
    item = office.validated("Voirie")
    office.keep()
    for person in ("worker", "counter", "councillor", "citizen", None):
        someone = office.at(person)
        for path in ("", "/edit", "/@@paper?id=meeting.extract", "/@@opinion-table"):
            someone.open(item.absolute_url() + path)
            assert (person, path, status(someone)) == (person, path, "404")
