"""Documents of a meeting: whole for its managers, never the closed part for anybody else."""

from html import unescape

import pytest
import transaction

from commune.meeting.workflow.texts import rich

MANAGED = (
    "agenda", "agenda_detailed", "convocation", "minutes", "minutes_public", "attendance", "votes", "deliberations",
    "notes", "publication",
)  # fmt: skip
OF_ITEM = ("extract", "note", "report", "history")
OF_BODY = ("register", "attendance_statistics", "all_minutes")


@pytest.mark.requirement("meeting:DOC-2")
def test_the_secretary_makes_every_document(office, council, status):
    secretary = office.at("secretary")
    where = council.absolute_url()
    secretary.open(f"{where}/@@session")
    secretary.getControl("Note the attendance").click()
    secretary.getControl("All the others say yes").click()
    secretary.getControl("Accept", index=0).click()
    transaction.begin()
    item = office.portal.unrestrictedTraverse("meetings/council/proposals").objectValues()[0].objectValues()[0]
    item.description = rich("<p>Pourquoi ce budget.</p>")
    office.keep()
    for name in MANAGED:
        secretary.open(f"{where}/@@paper?id=meeting.{name}&form=odt")
        assert (name, status(secretary)) == (name, "200")
    for name in OF_ITEM:
        secretary.open(f"{item.absolute_url()}/@@paper?id=meeting.{name}&form=odt")
        assert (name, status(secretary)) == (name, "200")
    secretary.open(office.council.absolute_url())
    secretary.getLink("Documents over a period").click()
    where = office.council.absolute_url()
    for name in OF_BODY:
        secretary.open(f"{where}/@@body-paper?id=meeting.{name}&form=odt&from=2027-01-01&until=2027-12-31")
        assert (name, status(secretary)) == (name, "200")
    secretary.open(f"{where}/@@body-paper?id=meeting.register&form=odt&from=2027-12-31&until=2027-01-01")
    assert status(secretary) == "409" and "ends before it begins" in secretary.contents
    councillor = office.at("councillor")
    for page in ("@@body-papers", "@@body-paper?id=meeting.register"):
        councillor.open(f"{where}/{page}")
        assert status(councillor) == "404"


@pytest.mark.requirement("meeting:DOC-3")
def test_a_member_gets_the_public_agenda_and_no_other(office, council, status):
    councillor = office.at("councillor")
    where = council.absolute_url()
    for name in MANAGED:
        councillor.open(f"{where}/@@paper?id=meeting.{name}&form=odt")
        assert (name, status(councillor)) == (name, "409")
    councillor.open(f"{where}/@@paper?id=meeting.agenda_public&form=odt")
    assert status(councillor) == "200"


@pytest.mark.requirement("meeting:DOC-4")
def test_the_minutes_keep_what_was_rewritten_and_follow_the_data_elsewhere(office, council, status):
    secretary = office.at("secretary")
    secretary.open(f"{council.absolute_url()}/@@minutes")
    secretary.getControl("Write the minutes").click()
    secretary.getControl(name="text", index=1).value = "<p>Après débat, le Conseil adopte.</p>"
    secretary.getControl("Save", index=1).click()
    assert "rewritten by hand" in secretary.contents
    item = office.portal.unrestrictedTraverse("meetings/council/proposals").objectValues()[0].objectValues()[0]
    secretary.open(f"{council.absolute_url()}/@@session")
    secretary.getControl(name="decision").value = "<p>Le Conseil décide autrement.</p>"
    secretary.getControl("Save the text").click()
    secretary.open(f"{council.absolute_url()}/@@minutes")
    secretary.getControl("Write again from the data").click()
    page = unescape(secretary.contents)
    assert "Après débat" in page and "the data changed since" in page and "autrement" in page
    transaction.begin()
    assert "autrement" in item.decision.raw
