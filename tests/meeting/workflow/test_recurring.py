"""Recurring items stand on the agenda of each meeting; one that fails stops no other and is reported."""

import pytest

from commune.core.content.journal import Journal
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.outbox import letters
from commune.meeting.workflow.configuration import configure

MINUTES = {"id": "minutes", "title": "Approbation du procès-verbal", "service": "ADM", "approves_minutes": True}
ORDERS = {"id": "orders", "title": "Bons de commande", "service": "FIN", "moment": "freeze"}
LOST = {"id": "lost", "title": "Sans service", "service": "XYZ"}


def recurring(sitting, *models):
    configure(sitting.college, {**sitting.college.document, "recurring": list(models)}, "secretary")


@pytest.mark.requirement("meeting:ITM-18", "meeting:ITM-19", "meeting:4.8")
def test_they_come_at_their_moment_and_one_names_the_meeting_before(sitting):
    recurring(sitting.as_user("secretary"), MINUTES, ORDERS)
    before = sitting.meeting(2027, 1, 4, 9)
    sitting.meeting(2027, 1, 18, 9)
    meeting = sitting.meeting(2027, 1, 11, 9)
    (minutes,) = map(by_uid, meeting.agenda.uids)
    assert (minutes.title, minutes.state, minutes.preferred_meeting) == (MINUTES["title"], "presented", meeting.UID())
    assert (minutes.minutes_of, by_uid(before.agenda.uids[0]).minutes_of) == (before.UID(), None)
    sitting.go(meeting, "freeze")
    assert [by_uid(uid).title for uid in meeting.agenda.uids] == [MINUTES["title"], ORDERS["title"]]
    assert {by_uid(uid).state for uid in meeting.agenda.uids} == {"frozen"}


def test_one_that_fails_is_reported_and_the_others_are_made(sitting):
    recurring(sitting.as_user("secretary"), LOST, MINUTES)
    meeting = sitting.as_user("manager").meeting(2027, 1, 11, 9)
    assert [by_uid(uid).title for uid in meeting.agenda.uids] == [MINUTES["title"]]
    (failure,) = [entry for entry in Journal(meeting) if entry.kind == "recurring_failed"]
    assert failure.data == {"model": "lost", "title": "Sans service", "reasons": ["recurring.unknown_service"]}
    assert "secretary@example.org" in [letter.payload["to"] for letter in letters(sitting.portal)]


def test_one_that_the_meeting_does_not_take_is_removed(sitting):
    recurring(sitting.as_user("secretary"), {**ORDERS, "moment": "close"})
    other = sitting.meeting(2027, 2, 11, 9)
    meeting = sitting.meeting(2027, 1, 11, 9)
    sitting.go(meeting, "freeze", "decide", "close")
    (failure,) = [entry for entry in Journal(meeting) if entry.kind == "recurring_failed"]
    assert failure.data["reasons"] == ["items.no_meeting_accepts"]
    catalog = sitting.portal.portal_catalog
    assert (meeting.agenda.uids, other.agenda.uids) == ((), ())
    assert len(catalog.unrestrictedSearchResults(portal_type="meeting_item")) == 0
