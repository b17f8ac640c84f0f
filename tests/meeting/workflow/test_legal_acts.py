"""The legal clock of a meeting: acts recorded, late ones with their reason."""

from datetime import datetime, time, timedelta

import pytest

from commune.core.content.clock import BRUSSELS, now, today
from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.workflow.legal_acts import clock_of, record_act


def codes(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return [one.code for one in refused.value.refusals]


def council_in(sitting, days, **fields):
    day = today() + timedelta(days=days)
    meeting = sitting.as_user("secretary").meeting(day.year, day.month, day.day, 20, body=sitting.council)
    for name, value in fields.items():
        setattr(meeting, name, value)
    return meeting


def line(meeting, act):
    return {one.act: one for one in clock_of(meeting)}[act]


@pytest.mark.requirement("meeting:MTG-8", "meeting:AC-81")
def test_the_last_days_of_a_council(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 10, 21, 20, body=sitting.council)
    assert {one.act: str(one.latest) for one in clock_of(meeting)} == {
        "convocation": "2027-10-13", "repeat_call": "2027-10-18", "councillor_points": "2027-10-15",
        "publication": "2027-10-15",
    }  # fmt: skip
    assert clock_of(sitting.meeting(2027, 10, 18, 9)) == (), "nothing is dated for the College"


@pytest.mark.requirement("meeting:MTG-8", "meeting:AC-81")
def test_a_late_act_is_kept_only_with_its_reason(sitting):
    meeting, actor, moment = council_in(sitting, 3), current_actor(), now() - timedelta(hours=1)
    assert line(meeting, "convocation").colour == "red"
    assert codes(record_act, meeting, "convocation", moment, " ", actor) == ["meetings.late_without_reason"]
    assert meeting.convocation_date is None
    record_act(meeting, "convocation", moment, "Inondation", actor)
    known = line(meeting, "convocation")
    assert (known.colour, known.done, known.reason) == ("red", moment, "Inondation")
    assert meeting.convocation_date == moment.astimezone(BRUSSELS).date()
    entry = Journal(meeting).last()
    assert (entry.kind, entry.actor, entry.comment, entry.data["act"]) == (
        "legal_act", "secretary", "Inondation", "convocation",
    )  # fmt: skip
    record_act(meeting, "convocation", None, "", actor)
    assert (line(meeting, "convocation").done, meeting.convocation_date) == (None, None)


@pytest.mark.requirement("meeting:MTG-8", "meeting:PUB-4")
def test_publishing_late_asks_for_the_reason_and_keeps_it(sitting):
    late, early = council_in(sitting, 3), council_in(sitting, 60)
    sitting.go(late, "freeze").go(early, "freeze", "publish")
    assert line(early, "publication").colour == "green" and line(early, "publication").done
    assert codes(sitting.go, late, "publish") == ["transition.comment_required"]
    sitting.go(late, "publish", comment="Serveur en panne")
    assert (line(late, "publication").reason, late.state) == ("Serveur en panne", "published")


def test_who_may_record_what_when(sitting):
    meeting, moment = council_in(sitting, 30), now()
    tomorrow = datetime.combine(today() + timedelta(days=1), time(9), BRUSSELS)
    assert codes(record_act, meeting, "convocation", tomorrow, "", current_actor()) == ["meetings.act_to_come"]
    assert codes(record_act, meeting, "party", moment, "", current_actor()) == ["meetings.unknown_act"]
    for name in ("councillor", "dg", "creator"):
        sitting.as_user(name)
        assert codes(record_act, meeting, "convocation", moment, "", current_actor()) == ["meetings.not_manager"]


@pytest.mark.requirement("meeting:ATT-12")
def test_a_meeting_at_a_distance_is_not_convened_before_it_says_why_and_how(sitting):
    meeting = council_in(sitting, 30, remote=True, remote_reason="Neige")
    assert codes(record_act, meeting, "convocation", now(), "", current_actor()) == ["meetings.remote_incomplete"] * 2
    meeting.remote_tool, meeting.remote_note = "Outil", "Lien dans le courriel"
    record_act(meeting, "convocation", now(), "", current_actor())
    assert line(meeting, "convocation").colour == "green"
