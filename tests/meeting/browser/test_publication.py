"""The screen of a meeting's publication: what citizens see, an item taken off with a reason."""

import pytest

from commune.meeting.workflow.configuration import configure


@pytest.fixture()
def published(office):
    document = office.college.document
    document["publication"] = {**document.get("publication", {}), "public": True, "project": True}
    configure(office.college, document, "secretary")
    meeting = office.sitting_with("Trottoirs")
    office.as_user("secretary").go(meeting, "freeze", "decide")
    office.keep()
    return meeting


@pytest.mark.requirement("meeting:PUB-3")
def test_the_secretary_takes_an_item_off_and_publishes_it_again(office, published, status):
    secretary = office.at("secretary")
    secretary.open(published.absolute_url())
    secretary.getLink("Publication").click()
    assert "The agenda and the drafts are public." in secretary.contents
    secretary.getControl("Take off").click()
    assert status(secretary) == "409" and "Give the reason" in secretary.contents
    secretary.getControl(name="reason").value = "Published by mistake"
    secretary.getControl("Take off").click()
    assert status(secretary) == "200" and "Published by mistake" in secretary.contents
    page = f"{office.portal.absolute_url()}/vie-politique/{published.UID()}"
    visitor = office.at()
    visitor.open(page)
    assert "Published by mistake" in visitor.contents and "Trottoirs" not in visitor.contents
    secretary.getControl(name="restore").click()
    visitor.open(page)
    assert "Trottoirs" in visitor.contents


def test_the_others_have_no_such_screen(office, published, status):
    for person in ("creator", "director", "councillor", None):
        someone = office.at(person)
        someone.open(f"{published.absolute_url()}/@@publication")
        assert (person, status(someone)) == (person, "404")
