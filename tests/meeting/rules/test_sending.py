"""Items sent to another body."""

from datetime import date, datetime

import pytest

from commune.core.rules.deadlines import BRUSSELS
from commune.core.rules.refusals import NONE
from commune.meeting.rules.bodies import Sending, Target
from commune.meeting.rules.choice import Candidate
from commune.meeting.rules.sending import (
    Returned,
    SendFlags,
    SentItem,
    against_sending_by_hand,
    journey,
    own_texts,
    pending_and_known,
    to_send,
)

CON = Target("con", "present")
SENDING = Sending((CON,), manual=frozenset({"frozen"}))
FLAG, URGENT = SendFlags("con"), SendFlags("con", urgent=True)
ACCEPTING = frozenset({"draft", "frozen"})


def at(day: int, month: int = 10) -> datetime:
    return datetime(2026, month, day, 20, tzinfo=BRUSSELS)


NOW = at(28, 9)
EIGHTH, TWENTY_SECOND = Candidate("8 Oct", at(8), "frozen"), Candidate("22 Oct", at(22), "draft")


@pytest.mark.requirement("meeting:SEND-1")
def test_once_only() -> None:
    flags = (FLAG, SendFlags("unknown"))
    assert to_send(SENDING, flags, "accepted", frozenset()) == (FLAG,)
    assert to_send(SENDING, flags, "accepted", frozenset({"con"})) == ()
    assert to_send(SENDING, flags, "refused", frozenset()) == ()
    assert to_send(SENDING, flags, "transferred_and_duplicated", frozenset()) == (FLAG,)
    assert against_sending_by_hand(SENDING, "frozen", "con", frozenset(), True) == NONE
    refused = against_sending_by_hand(SENDING, "draft", "cpas", frozenset({"cpas"}), False)
    assert [r.code for r in refused] == [
        "sending.not_editor", "sending.not_a_target", "sending.state", "sending.already_sent",
    ]  # fmt: skip


@pytest.mark.requirement("meeting:SEND-2")
def test_what_the_copy_takes() -> None:
    assert own_texts({"send_title": "Works of the street", "send_decision": " ", "send_number": "9"}) == ("title",)
    assert own_texts({}) == ()


@pytest.mark.requirement("meeting:AC-41", "meeting:SEND-3")
def test_the_copy_finds_its_meeting() -> None:
    plain = journey(CON, FLAG, (EIGHTH, TWENTY_SECOND), ACCEPTING, NOW)
    assert (plain.meeting, plain.transitions, plain.late) == ("22 Oct", ("validate", "present"), False)
    urgent = journey(CON, URGENT, (EIGHTH, TWENTY_SECOND), ACCEPTING, NOW)
    assert (urgent.meeting, urgent.late) == ("8 Oct", True)
    nowhere = journey(CON, URGENT, (), ACCEPTING, NOW)
    assert (nowhere.meeting, nowhere.transitions) == (None, ("validate",))
    assert [w.code for w in nowhere.warnings] == ["sending.no_meeting"]
    assert journey(Target("con"), FLAG, (TWENTY_SECOND,), ACCEPTING, NOW).transitions == ()


@pytest.mark.requirement("meeting:AC-43", "meeting:SEND-4")
def test_the_return_trip() -> None:
    back = Returned("con", "accepted_but_modified", date(2026, 10, 22), "5", "2026/118", "extract")
    item = SentItem("7", "con", back)
    interim = SentItem("8", "con", Returned("con", "pre_accepted", date(2026, 10, 22), "6", ""))
    waiting = SentItem("9", "con")
    assert pending_and_known((SentItem("7", "con"), interim, waiting))[1] == ()
    assert pending_and_known((item, interim, waiting)) == ((interim, waiting), (item,))
    assert item.returned == back
