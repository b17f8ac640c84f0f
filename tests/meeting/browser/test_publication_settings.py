"""The manager of a body says what it publishes, and citizens read it."""

import pytest


@pytest.mark.requirement("meeting:PUB-9")
def test_what_the_manager_writes_citizens_read(office, status):
    secretary = office.at("secretary")
    secretary.open(office.college.absolute_url())
    secretary.getLink("Settings of the publications").click()
    secretary.getControl("Contact for questions").value = "nobody"
    secretary.getControl("Years for which").value = "works: two"
    secretary.getControl("Record").click()
    assert status(secretary) == "409" and "no e-mail address: nobody" in secretary.contents
    assert "works: two" in secretary.getControl("Years for which").value
    secretary.getControl("The body publishes").selected = True
    secretary.getControl("The agenda and the drafts").selected = True
    secretary.getControl("What citizens read above drafts").value = "Only drafts."
    secretary.getControl("Contact for questions").value = "meetings@example.org"
    secretary.getControl("Page on personal data").value = "/rgpd"
    secretary.getControl("Years for which").value = "works = 2"
    secretary.getControl("Record").click()
    assert status(secretary) == "200" and "Recorded." in secretary.contents
    kept = office.college.document["publication"]
    assert (kept["retention_years"], kept["privacy_page"]) == ({"works": 2}, "/rgpd")
    meeting = office.sitting_with("Trottoirs")
    office.as_user("secretary").go(meeting, "freeze", "decide")
    office.keep()
    visitor = office.at()
    visitor.open(f"{office.portal.absolute_url()}/vie-politique/{meeting.UID()}")
    assert "Only drafts." in visitor.contents and "meetings@example.org" in visitor.contents
    for person in ("creator", "councillor"):
        someone = office.at(person)
        someone.open(f"{office.college.absolute_url()}/@@publication-settings")
        assert (person, status(someone)) == (person, "404")
