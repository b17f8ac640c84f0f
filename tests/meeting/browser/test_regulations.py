"""The register at the screens: from the decided item to what citizens read."""

import pytest

from commune.meeting.workflow.texts import rich


@pytest.mark.requirement("meeting:PUB-10")
def test_the_secretary_puts_a_decision_into_the_register_plans_it_and_publishes_it(office, status):
    meeting = office.sitting_with("Déchets ménagers")
    item = office.portal.portal_catalog(portal_type="meeting_item", Title="Déchets")[0]._unrestrictedGetObject()
    office.as_user("secretary").go(meeting, "freeze", "decide")
    item.decision = rich("<p>Article 1. Les sacs.</p>")
    office.go(item, "accept")
    office.keep()
    secretary = office.at("secretary")
    secretary.open(item.absolute_url())
    secretary.getControl("Put into the register").click()
    assert "Complete it, then publish it" in secretary.contents and "Article 1. Les sacs." in secretary.contents
    page = secretary.url
    secretary.getControl(name="at").value = "2020-01-01T10:00"
    secretary.getControl(name="plan").click()
    assert status(secretary) == "409" and "a moment that is past" in secretary.contents
    secretary.open(page)
    secretary.getLink("Edit the text").click()
    secretary.getControl("Title").value = "Reglement dechets"
    secretary.getControl("Save").click()
    secretary.getControl("Publish").click()
    assert status(secretary) == "200", secretary.contents
    secretary.getLink("As citizens read it").click()
    visitor = office.at()
    visitor.open(secretary.url)
    assert "Reglement dechets" in visitor.contents and "Article 1. Les sacs." in visitor.contents
    visitor.getLink("Poster to print").click()
    assert "<svg" in visitor.contents
    secretary.open(f"{office.portal.absolute_url()}/regulations")
    secretary.getLink("Keep the register").click()
    assert "In order" in secretary.contents and "Reglement dechets" in secretary.contents
    secretary.getControl("Title").value = "Circulation"
    secretary.getControl("Begin the text").click()
    assert secretary.url.endswith("/edit")
    creator = office.at("creator")
    creator.open(page)
    assert status(creator) == "404"
