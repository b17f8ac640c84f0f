"""The legal clock on the page of a meeting, the vote on urgency in its session, without scripts."""

from datetime import timedelta
from html import unescape

import pytest
import transaction

from commune.core.content.clock import now, today
from commune.meeting.workflow.presence import usual_sheet
from commune.meeting.workflow.session import set_members
from commune.meeting.workflow.urgency import needed


def council_in(office, days):
    day = today() + timedelta(days=days)
    return office.as_user("secretary").meeting(day.year, day.month, day.day, 20, body=office.council)


@pytest.mark.requirement("meeting:MTG-8")
def test_a_late_convocation_asks_for_its_reason(office, status):
    meeting = council_in(office, 3)
    office.go(meeting, "freeze")
    office.keep()
    secretary = office.at("secretary")
    secretary.open(meeting.absolute_url())
    assert "CDLD art. L1122-13" in secretary.contents and "Why this day?" in secretary.contents
    form = secretary.getForm(action=f"{meeting.absolute_url()}/@@legal-act", index=0)
    form.getControl(name="moment").value = f"{now() - timedelta(hours=3):%Y-%m-%dT%H:%M}"
    form.submit()
    assert status(secretary) == "409" and "give the reason" in secretary.contents
    form = secretary.getForm(action=f"{meeting.absolute_url()}/@@legal-act", index=0)
    form.getControl(name="reason").value = "Inondation de la maison communale"
    form.submit()
    assert status(secretary) == "200" and "Inondation de la maison communale" in secretary.contents
    councillor = office.at("councillor")
    councillor.open(meeting.absolute_url())
    assert "Legal clock" in councillor.contents and "legal-act" not in councillor.contents
    creator = office.at("creator")
    creator.open(f"{meeting.absolute_url()}/@@legal-act")
    assert status(creator) == "404"


@pytest.mark.requirement("meeting:AC-55", "meeting:ITM-16")
def test_the_secretary_enters_the_vote_on_urgency(office, status):
    meeting = council_in(office, 30)
    meeting.convocation_date = today()
    office.go(meeting, "freeze", "publish", "open_session")
    set_members(meeting, usual_sheet(meeting).members, "secretary")
    for title in ("Mur effondré", "Drapeau"):
        item = office.item(title=title, body=office.council, preferred_meeting=meeting.UID())
        item.state = "validated"
        office.go(item, "present")
    wall, flag = meeting.agenda.uids
    enough = needed(item)
    office.keep()
    secretary = office.at("secretary")

    def vote(uid, count, why):
        secretary.open(f"{meeting.absolute_url()}/@@session?item={uid}")
        box = secretary.getControl(name="in_favour:list")
        box.value = box.options[:count]
        secretary.getControl(name="motivation").value = why
        secretary.getControl("Record the vote on urgency").click()

    vote(wall, enough, "")
    assert status(secretary) == "409" and len(secretary.getControl(name="in_favour:list").value) == enough
    secretary.getControl(name="motivation").value = "Danger pour les passants"
    secretary.getControl("Record the vote on urgency").click()
    assert "Urgency is admitted" in secretary.contents
    vote(flag, enough - 1, "La fête est demain")
    page = unescape(secretary.contents)
    assert "“Drapeau” left the agenda" in page and f"Urgency needs {enough} votes" in page
    transaction.begin()
    assert meeting.agenda.uids == (wall,)
