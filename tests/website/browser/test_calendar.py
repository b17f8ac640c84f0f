"""Public meetings in the calendars of citizens."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from zope.event import notify

from commune.core.events import MeetingPublished, MeetingWithdrawn, PublicItem

EVENING = datetime(2026, 10, 26, 19, tzinfo=UTC)
LETTER = MeetingPublished("m", "council", "Conseil communal", "Séance", date(2026, 10, 26), "project", 1, "Salle",
                          (PublicItem("i", "1", "Budget"),), "council", EVENING)  # fmt: skip


def events(answer):
    assert answer.headers["content-type"].startswith("text/calendar")
    return {str(one["uid"]): one for one in Calendar.from_ical(answer.text).walk("VEVENT")}


@pytest.mark.requirement("meeting:LOD-5")
def test_a_meeting_that_moves_keeps_its_identity_and_one_taken_back_is_cancelled(site, ask):
    notify(LETTER)
    notify(replace(LETTER, meeting="k", body="college", body_title="Collège communal"))
    feed = "vie-politique/@@meetings.ics"
    assert set(events(ask(feed))) == {"m@meeting", "k@meeting"}
    first = events(ask(feed, "body=council"))["m@meeting"]
    assert (first["dtstart"].dt, first["status"], str(first["location"])) == (EVENING, "CONFIRMED", "Salle")
    assert str(first["url"]).endswith("/vie-politique/m")
    notify(replace(LETTER, serial=2, start=EVENING.replace(day=27), day=date(2026, 10, 27)))
    moved = events(ask(feed, "body=council"))
    assert [(uid, one["dtstart"].dt.day, one["sequence"]) for uid, one in moved.items()] == [("m@meeting", 27, 2)]
    notify(MeetingWithdrawn("m", 3, "Erreur"))
    gone = events(ask(feed, "body=council"))["m@meeting"]
    assert (gone["status"], str(gone["summary"])) == ("CANCELLED", "Conseil communal")
    assert "meetings.ics?body=college" in ask("vie-politique").text
