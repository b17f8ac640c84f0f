"""Decisions go public so many days after the closing, by the nightly round, and not before."""

from datetime import timedelta

import pytest

from commune.core.content.clock import now
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.retention import DUE_DECISIONS
from tests.clocks import MovedClock, by
from tests.meeting.conftest import TODAY


@pytest.mark.requirement("meeting:PUB-1")
def test_decisions_wait_for_their_day(sitting):
    document = sitting.as_user("secretary").college.document
    document["publication"] = {**document["publication"], "public": True, "decisions_at": "closing", "days_after": 7}
    configure(sitting.college, document, "secretary")
    meeting = sitting.meeting(2026, 11, 16, 9)
    sitting.go(meeting, "freeze", "decide", "close")
    before = meeting.publication
    assert before != "decisions" and DUE_DECISIONS.do(sitting.portal, now()) == 0
    with by(MovedClock(TODAY + timedelta(days=6))):
        assert DUE_DECISIONS.do(sitting.portal, now()) == 0
    with by(MovedClock(TODAY + timedelta(days=7))):
        assert [DUE_DECISIONS.do(sitting.portal, now()) for _turn in range(2)] == [1, 0]
    assert meeting.publication == "decisions"
