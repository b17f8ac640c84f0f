"""The page of a body: who plans its meetings, and who only reads."""

import re

import pytest
import transaction

WHEN = r"(Monday|lundi),? 11 (January|janvier) 2027, 09:00"


@pytest.mark.requirement("meeting:MTG-7")
def test_the_secretary_plans_a_meeting(office, status):
    secretary = office.at("secretary")
    secretary.open(office.college.absolute_url())
    secretary.getLink("Plan a meeting").click()
    assert secretary.getControl(name="place").value == "Salle du Collège"
    secretary.getControl(name="date").value = "2027-01-11T09:00"
    secretary.getControl("Plan the meeting").click()
    assert status(secretary) == "200" and re.search(WHEN, secretary.contents)
    secretary.open(office.college.absolute_url())
    assert re.search(WHEN, secretary.contents)


@pytest.mark.requirement("meeting:AC-25")
def test_a_date_taken_and_hours_that_cannot_be_are_refused_with_what_was_typed(office, status):
    secretary = office.at("secretary")
    address = f"{office.college.absolute_url()}/@@add-meeting"
    for number, end in enumerate(("", "2027-01-11T08:00")):
        secretary.open(address)
        secretary.getControl(name="date").value = "2027-01-11T09:00"
        secretary.getControl(name="end").value = end
        secretary.getControl("Plan the meeting").click()
        assert status(secretary) == ("409" if number else "200")
    assert secretary.getControl(name="end").value == "2027-01-11T08:00"
    assert secretary.contents.count('href="#field-') == 2
    transaction.begin()
    assert len(office.college.meetings.objectIds()) == 1


def test_others_plan_nothing(office, status):
    for person in ("creator", "director", "finance", "councillor", "citizen", None):
        someone = office.at(person)
        someone.open(f"{office.college.absolute_url()}/@@add-meeting")
        assert (person, status(someone)) == (person, "404")
    creator = office.at("creator")
    creator.open(office.college.absolute_url())
    assert status(creator) == "200" and "add-meeting" not in creator.contents and "add-item" in creator.contents
    citizen = office.at("citizen")
    citizen.open(office.college.absolute_url())
    assert status(citizen) == "404"
