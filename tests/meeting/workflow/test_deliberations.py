"""Numbers of deliberations: one each, in order, never twice; and what the Council answers to the College."""

import pytest

from commune.core.interfaces import IProcess
from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.sending import pending_and_known
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.deletion import remove
from commune.meeting.workflow.deliberations import register
from commune.meeting.workflow.sending import sent_items


def numbered_at(body, moment):
    document = body.document
    document["numbering"]["deliberation_at"] = moment
    configure(body, document, "secretary")


def meeting_of(sitting, count, day=11, body=None):
    meeting = sitting.as_user("secretary").meeting(2027, 1, day, 9, body=body)
    items = [sitting.item(title=f"Point {n}", body=body, preferred_meeting=meeting.UID()) for n in range(1, count + 1)]
    for item in items:
        item.state = "validated"
        sitting.go(item, "present")
    return meeting, items


@pytest.mark.requirement("meeting:DOC-5")
def test_at_closing_each_decision_gets_the_next_number_of_the_year(sitting):
    meeting, items = meeting_of(sitting, 3)
    sitting.go(meeting, "freeze", "decide").go(items[0], "accept").go(items[1], "delay")
    assert [item.deliberation_number for item in items] == ["", "", ""]
    sitting.go(meeting, "close")
    assert [item.deliberation_number for item in items] == ["2027/1", "", "2027/2"]
    other, (later,) = meeting_of(sitting, 1, day=18)
    sitting.go(other, "freeze", "decide", "close")
    assert later.deliberation_number == "2027/3"


@pytest.mark.requirement("meeting:DOC-5")
def test_at_decision_a_number_is_kept_and_a_gap_is_explained(sitting):
    numbered_at(sitting.college, "decision")
    meeting, items = meeting_of(sitting, 3)
    sitting.go(meeting, "freeze", "decide").go(items[2], "accept").go(items[0], "accept").go(items[1], "refuse")
    assert [item.deliberation_number for item in items] == ["2027/2", "2027/3", "2027/1"]
    sitting.go(items[0], "back_to_decidable", "accept_but_modify").go(items[1], "back_to_decidable", "delay")
    assert items[0].deliberation_number == "2027/2"
    remove(items[2], "manager")
    lines = [(line.number, line.gap) for line in register(sitting.college, 2027)]
    assert lines == [("2027/1", "deleted"), ("2027/2", ""), ("2027/3", "delayed")]
    assert register(sitting.council, 2027) == ()


@pytest.mark.requirement("meeting:AC-43", "meeting:SEND-4")
def test_the_college_sees_what_the_council_decided(sitting):
    numbered_at(sitting.council, "decision")
    council = sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = sitting.item(send_to=["council"], decision="<p>Projet.</p>")
    item.state = "validated"
    sitting.go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    pending, known = pending_and_known(sent_items(sitting.college))
    assert ([one.uid for one in pending], known) == ([item.UID()], ())
    copy = by_uid(item.successors[0])
    assert council.agenda.uids == (copy.UID(),)
    _decide(copy)
    pending, (sent,) = pending_and_known(sent_items(sitting.college))
    back = sent.returned
    assert (pending, sent.uid, back.outcome, str(back.day), back.number, back.deliberation, back.extract) == (
        (), item.UID(), "accepted_but_modified", "2027-01-28", "1", "2027/1", "<p>Projet.</p>",
    )  # fmt: skip


def _decide(copy):
    """With system rights: quorum and votes of the Council are not the matter here."""
    IProcess(copy).follow_meeting("accept_but_modify", "accepted_but_modified")
