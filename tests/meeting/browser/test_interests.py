"""Declarations of interest and attendance of a period on the screen, without scripts."""

from html import unescape

import pytest
import transaction

from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.interests import declared
from commune.meeting.workflow.presence import usual_sheet
from commune.meeting.workflow.session import set_members

OBSERVER = {"id": "observer", "title": "Conseillers", "item_states": ["presented"], "meeting_states": ["draft"]}


@pytest.fixture()
def item(office):
    """An item on the agenda of the Council, which councillors observe."""
    document = office.as_user("secretary").council.document
    document["access"]["observers"] = [OBSERVER]
    configure(office.council, document, "secretary")
    meeting = office.meeting(2027, 1, 28, 20, body=office.council)
    made = office.item(title="Marché de voirie", body=office.council, preferred_meeting=meeting.UID())
    made.state = "validated"
    office.go(made, "present")
    set_members(meeting, usual_sheet(meeting).members, "secretary")
    office.keep()
    return made


@pytest.mark.requirement("meeting:AC-97", "meeting:ATT-8")
def test_a_councillor_declares_an_interest_and_the_secretary_sees_it(office, item, status):
    councillor = office.at("councillor")
    councillor.open(item.absolute_url())
    councillor.getControl("I have an interest in this item").click()
    assert status(councillor) == "200" and "Cécile Florval" in unescape(councillor.contents)
    secretary = office.at("secretary")
    secretary.open(f"{item.absolute_url()}/@@interest-act")
    secretary.getControl("Record the declaration").click()
    assert status(secretary) == "409" and 'href="#interest-member"' in secretary.contents
    box = secretary.getControl(name="member")
    box.value = [box.options[1]]
    secretary.getControl("Record the declaration").click()
    transaction.begin()
    assert len(declared(item)) == 2
    councillor.open(item.absolute_url())
    assert councillor.contents.count("Take back") == 1, "of the others a member learns nothing here"
    transaction.begin()
    creator = office.at("creator")
    creator.open(item.absolute_url())
    assert "Declarations of interest" not in creator.contents
    for person in ("finance", "citizen", None):
        someone = office.at(person)
        someone.open(f"{item.absolute_url()}/@@interest-act")
        assert (person, status(someone)) == (person, "404")


@pytest.mark.requirement("meeting:ATT-10")
def test_managers_read_the_attendance_of_a_period_and_take_it_as_a_file(office, item, status):
    where = f"{office.council.absolute_url()}/@@attendance-statistics"
    secretary = office.at("secretary")
    secretary.open(f"{where}?from=2027-01-01&until=2027-12-31")
    assert "Cécile Florval" in unescape(secretary.contents) and "100" in secretary.contents
    secretary.getControl("Spreadsheet (CSV)").click()
    head, first, *_rest = secretary.contents.replace("\ufeff", "").splitlines()
    assert (head.split(";")[:3], first.split(";")[1:6]) == (
        ["Person", "Meetings", "Present"], ["1", "1", "0", "0", "100"],
    )  # fmt: skip
    secretary.open(f"{where}?from=lundi")
    assert status(secretary) == "400" and 'href="#period-from"' in secretary.contents
    for person in ("councillor", "creator", "counter", "citizen", None):
        someone = office.at(person)
        someone.open(where)
        assert (person, status(someone)) == (person, "404")
