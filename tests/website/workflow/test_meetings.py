"""Public meetings come from letters alone."""

from dataclasses import replace
from datetime import date

import pytest
from plone import api
from plone.app.testing import logout
from zope.event import notify

from commune.core.events import MeetingPublished, MeetingWithdrawn, PublicItem
from commune.website.workflow.bodies import bodies, members
from commune.website.workflow.meetings import find

WASTE = PublicItem("i1", "1", "Collecte des déchets", "Cadre de vie", "<p>Le Conseil décide.</p>", "accepted")
LETTER = MeetingPublished(
    "abc", "council", "Conseil communal", "Séance du 26 octobre", date(2026, 10, 26), "project", 3, "Salle", (WASTE,)
)


@pytest.fixture()
def site(integration):
    return integration["portal"]


def shown(meeting):
    return (meeting.title, meeting.body_title, meeting.day, meeting.stage, meeting.serial, meeting.items)


@pytest.mark.requirement("website:W-19.4")
def test_a_published_meeting_is_shown_to_everybody(site):
    notify(LETTER)
    meeting = find("abc")
    assert shown(meeting) == (LETTER.title, "Conseil communal", LETTER.day, "project", 3, (WASTE,))
    assert meeting.aq_parent is site["vie-politique"] or meeting.aq_parent.getId() == "vie-politique"
    logout()
    rows = api.content.find(portal_type="council_meeting")
    assert [row.Title for row in rows] == [LETTER.title]


def test_a_later_letter_replaces_the_whole(site):
    notify(LETTER)
    notify(replace(LETTER, serial=4, stage="decisions", title="Séance publique", items=()))
    assert shown(find("abc")) == ("Séance publique", "Conseil communal", LETTER.day, "decisions", 4, ())


@pytest.mark.parametrize("serial", [pytest.param(3, id="twice"), pytest.param(2, id="late")])
def test_a_letter_that_is_not_newer_changes_nothing(site, serial):
    notify(LETTER)
    notify(replace(LETTER, serial=serial, title="Autre"))
    assert shown(find("abc"))[0] == LETTER.title


def test_a_withdrawn_meeting_leaves_a_stone_with_its_reason(site):
    notify(LETTER)
    notify(MeetingWithdrawn("abc", 4, "Erreur"))
    meeting = find("abc")
    assert (meeting.stage, meeting.reason, meeting.items) == ("withdrawn", "Erreur", ())
    assert [body.id for body in bodies()] == []
    notify(LETTER)
    assert find("abc").stage == "withdrawn"


def test_nobody_edits_a_meeting_by_hand(site):
    notify(LETTER)
    for user in ("editor", "reviewer", "secretary", "manager"):
        assert not api.user.has_permission("Modify portal content", username=user, obj=find("abc"))


@pytest.mark.requirement("website:W-1.10")
def test_the_members_of_a_body_are_those_of_today_in_their_order(site):
    names = [member.name for member in members("college")]
    assert names[0] == "Alain Aubertin"
    mandate = site["persons"]["alain-aubertin"].objectValues()[0]
    mandate.end = date(2025, 6, 30)
    assert "Alain Aubertin" not in [member.name for member in members("college")]


def test_two_bodies_are_listed_apart(site):
    notify(LETTER)
    notify(replace(LETTER, meeting="def", body="college", body_title="Collège communal", day=date(2100, 1, 1)))
    found = {body.title: (len(body.coming), len(body.past)) for body in bodies()}
    assert found == {"Collège communal": (1, 0), "Conseil communal": (0, 1)}
