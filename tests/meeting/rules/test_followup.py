"""After the decision: follow-up asked and given, the supervisory authority."""

from dataclasses import replace
from datetime import date

import pytest

from commune.core.rules.calendars import LAW
from commune.core.rules.deadlines import Delay
from commune.core.rules.law import Figure
from commune.core.rules.refusals import NONE
from commune.meeting.rules.followup import (
    NEEDED,
    PROVIDED,
    SUPERVISION,
    Supervision,
    against_executing,
    against_providing,
    against_track,
    executable_on,
    labels_needed,
    labels_provided,
    labels_without,
    standing,
    supervision_deadline,
)

TODAY = date(2026, 11, 2)


@pytest.mark.requirement("meeting:FUP-3")
def test_the_track_of_the_supervisory_authority() -> None:
    figure = Figure(Delay(30), "test figure", date(2020, 1, 1))
    track = Supervision(sent=date(2026, 9, 30), received=date(2026, 10, 1))
    deadline = supervision_deadline(track, figure, LAW)
    assert deadline.due == date(2026, 10, 31)
    assert executable_on(track, deadline, date(2026, 10, 31)) is None
    assert executable_on(track, deadline, TODAY) == date(2026, 11, 1)
    assert against_executing(track, deadline, TODAY) == NONE
    longer = replace(track, prorogation=15)
    extended = supervision_deadline(longer, figure, LAW)
    assert extended.due == date(2026, 11, 15)
    assert [r.code for r in against_executing(longer, extended, TODAY)] == ["followup.supervision_running"]
    annulled = replace(track, answer="annulled", answered=TODAY)
    assert executable_on(annulled, deadline, TODAY) is None
    assert [r.code for r in against_executing(annulled, deadline, TODAY)] == ["followup.annulled"]
    approved = replace(track, answer="approved", answered=date(2026, 10, 9))
    assert executable_on(approved, deadline, date(2026, 10, 9)) == date(2026, 10, 9)
    assert executable_on(Supervision(), supervision_deadline(Supervision(), figure, LAW), TODAY) is None


@pytest.mark.requirement("meeting:FUP-1")
def test_labels_say_whether_follow_up_is_needed_or_provided() -> None:
    asked = labels_needed(("read",))
    assert asked == ("read", NEEDED) == labels_needed(("read", PROVIDED))
    assert labels_provided(asked) == ("read", PROVIDED)
    assert labels_without(asked) == ("read",)
    assert against_providing(asked, "<p>Done</p>") == NONE == against_providing((PROVIDED,), "More")
    assert [r.code for r in against_providing((), " ")] == ["followup.not_needed", "followup.nothing_written"]


@pytest.mark.requirement("meeting:FUP-3")
@pytest.mark.parametrize(
    ("track", "faults"),
    [
        pytest.param(Supervision(), [], id="nothing"),
        pytest.param(Supervision(date(2026, 10, 1), date(2026, 10, 1), 15, TODAY, "approved"), [], id="whole"),
        pytest.param(Supervision(received=TODAY), ["followup.not_sent"], id="received without sending"),
        pytest.param(Supervision(date(2026, 11, 3)), ["followup.day_to_come"], id="tomorrow"),
        pytest.param(Supervision(TODAY, date(2026, 10, 1)), ["followup.days_order"], id="before sending"),
        pytest.param(Supervision(TODAY, prorogation=16), ["followup.prorogation"], id="too long"),
        pytest.param(Supervision(TODAY, answer="approved"), ["followup.answer_without_day"], id="no day"),
        pytest.param(
            Supervision(TODAY, answered=TODAY, answer="maybe", kind="x"),  # type: ignore[arg-type]
            ["followup.kind", "followup.answer"],
            id="unknown words",
        ),
    ],
)
def test_what_is_wrong_with_the_track(track: Supervision, faults: list[str]) -> None:
    assert [r.code for r in against_track(track, TODAY)] == faults


@pytest.mark.requirement("meeting:FUP-3")
def test_where_a_decision_stands_before_the_authority() -> None:
    sent = Supervision(date(2026, 9, 30), date(2026, 10, 1))
    deadline = supervision_deadline(sent, SUPERVISION["approval"], LAW)
    assert deadline.due == date(2026, 11, 2), "31 October is a Saturday, 1 November a Sunday and a holiday"
    found = [
        standing(Supervision(), deadline, False, TODAY),
        standing(Supervision(), deadline, True, TODAY),
        standing(sent, deadline, True, TODAY),
        standing(sent, deadline, True, date(2026, 11, 3)),
        standing(replace(sent, answer="annulled", answered=TODAY), deadline, True, TODAY),
    ]
    assert found == ["", "to_send", "awaited", "lapsed", "annulled"]
    assert {figure.confidence for figure in SUPERVISION.values()} == {"C"}
