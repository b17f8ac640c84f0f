"""Templates, copies, deletion, history, numbers and sendings on the screen, without scripts."""

from html import unescape

import pytest
import transaction
from plone import api

from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.units import unit_uid
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.texts import raw, rich


def found(**query):
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="meeting_item", **query)


@pytest.mark.requirement("meeting:ITM-1")
def test_managers_make_templates_and_creators_begin_items_from_them(office, status):
    home = office.college.absolute_url()
    secretary = office.at("secretary")
    secretary.open(f"{home}/@@item-templates")
    secretary.getControl(name="title").value = "Travaux de voirie"
    secretary.getControl("Make the template").click()
    assert status(secretary) == "200" and secretary.url.endswith("/edit")
    transaction.begin()
    template = office.college.templates["travaux-de-voirie"]
    template.decision, template.services = rich("<p>Accord.</p>"), [unit_uid("TRA")]
    office.keep()
    creator = office.at("creator")
    creator.open(home)
    creator.getControl(name="unit").value = [unit_uid("URB")]
    creator.getControl("Begin the item").click()
    assert status(creator) == "409" and 'href="#begin-template"' in creator.contents
    creator.open(home)
    creator.getControl(name="unit").value = [unit_uid("TRA")]
    creator.getControl("Begin the item").click()
    assert status(creator) == "200" and creator.url.endswith("/edit")
    transaction.begin()
    (brain,) = found(Title="Travaux de voirie")
    assert raw(by_uid(brain.UID), "decision") == "<p>Accord.</p>"
    for person in ("creator", "councillor", "citizen", None):
        someone = office.at(person)
        someone.open(f"{home}/@@item-templates")
        assert (person, status(someone)) == (person, "404")
    counter = office.at("counter")
    counter.open(home)
    assert "from-template" not in counter.contents


@pytest.mark.requirement("meeting:ITM-2")
def test_an_item_is_copied_with_the_files_chosen(office, status):
    item = office.as_user("creator").item("Réfection du pont", unit="TRA")
    for name in ("plan", "note"):
        attach(item, f"{name}.txt", name.encode(), title=name)
    office.keep()
    creator = office.at("creator")
    creator.open(item.absolute_url())
    creator.getLink("Copy the item").click()
    creator.getControl(name="annexes:list").value = [children(item, "annex")[0].UID()]
    creator.getControl(name="link").value = []
    creator.getControl("Copy").click()
    assert status(creator) == "200" and "this is the copy" in creator.contents
    transaction.begin()
    (copy,) = [one for one in map(by_uid, (brain.UID for brain in found())) if one.UID() != item.UID()]
    assert ([one.title for one in children(copy, "annex")], copy.predecessor) == (["plan"], None)
    for person in ("head", "finance", "citizen", None):
        someone = office.at(person)
        someone.open(f"{item.absolute_url()}/@@duplicate-item")
        assert (person, status(someone)) == (person, "404")


@pytest.mark.requirement("meeting:ITM-9")
def test_an_item_is_deleted_after_a_question_or_not_at_all(office, status):
    draft, presented = office.as_user("creator").item("Brouillon", unit="TRA"), office.validated("Prévu")
    meeting = office.as_user("secretary").meeting(2027, 1, 11, 9)
    presented.preferred_meeting = meeting.UID()
    office.go(presented, "present")
    office.keep()
    secretary, creator, worker = office.at("secretary"), office.at("creator"), office.at("worker")
    secretary.open(f"{presented.absolute_url()}/@@delete-item")
    assert "The item is on an agenda." in secretary.contents and "Delete for good" not in secretary.contents
    head = office.at("head")
    head.open(f"{draft.absolute_url()}/@@delete-item")
    assert status(head) == "404"
    worker.open(f"{draft.absolute_url()}/@@delete-item")
    assert status(worker) == "200"
    creator.open(draft.absolute_url())
    creator.getLink("Delete the item").click()
    creator.getControl("Delete for good").click()
    assert status(creator) == "200" and "“Brouillon” is deleted." in unescape(creator.contents)
    transaction.begin()
    assert [brain.Title for brain in found()] == ["Prévu"]


@pytest.mark.requirement("meeting:HIS-2")
def test_versions_are_compared_word_by_word_for_who_may_read_them(office, status):
    document = office.as_user("secretary").college.document
    document["fields"]["history"] = ["title", "decision"]
    document["opinions"]["give"] = ["draft"]
    configure(office.college, document, "secretary")
    item = office.as_user("creator").item("Pont", unit="TRA", decision="<p>Le pont est refait.</p>")
    office.keep()
    creator = office.at("creator")
    creator.open(f"{item.absolute_url()}/edit")
    creator.getControl(name="form.widgets.title").value = "Vieux pont"
    creator.getControl(name="form.buttons.save").click()
    creator.open(item.absolute_url())
    creator.getLink("History and versions").click()
    assert "<del>Pont</del>" in creator.contents and "<ins>Vieux pont</ins>" in creator.contents
    assert "Created" in creator.contents and "What changed" in creator.contents
    for person in ("finance", "councillor", "citizen", None):
        someone = office.at(person)
        someone.open(f"{item.absolute_url()}/@@item-history")
        assert (person, status(someone)) == (person, "404")


@pytest.mark.requirement("meeting:DOC-5", "meeting:SEND-4")
def test_numbers_and_sendings_of_a_body(office, status):
    meeting = office.sitting_with("Pont", "Règlement")
    pont, rule = map(by_uid, meeting.agenda.uids)
    rule.send_to = ["council"]
    rule.reindexObject()
    office.as_user("secretary").go(meeting, "freeze", "decide").go(pont, "accept").go(rule, "accept").go(
        meeting, "close"
    )
    office.keep()
    home = office.college.absolute_url()
    secretary = office.at("secretary")
    secretary.open(f"{home}/@@deliberations?year=2027")
    page = unescape(secretary.contents)
    assert "2027/1" in page and "Pont" in page and "2027/2" in page
    secretary.open(f"{home}/@@deliberations?year=1999")
    assert "No number was given that year." in secretary.contents
    secretary.open(f"{home}/@@sent-items")
    listed = unescape(secretary.contents)
    assert "Règlement" in listed and "Outcome awaited" in listed
    finance = office.at("finance")
    finance.open(f"{home}/@@sent-items")
    assert status(finance) == "200" and "Règlement" not in unescape(finance.contents)
    for person in ("finance", "councillor", "citizen", None):
        someone = office.at(person)
        someone.open(f"{home}/@@deliberations?year=2027")
        assert (person, status(someone)) == (person, "404")
