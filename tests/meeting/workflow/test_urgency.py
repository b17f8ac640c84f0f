"""The vote on urgency of an item that was not on the agenda sent."""

from datetime import datetime

import pytest

from commune.core.content.clock import BRUSSELS
from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.rules.attendance import Away, Out
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.workflow.minutes import fresh_parts
from commune.meeting.workflow.presence import usual_sheet
from commune.meeting.workflow.session import change_kind, enter_counts, enter_votes, mark_away, set_members
from commune.meeting.workflow.urgency import against_deciding, enter, needed, presents


@pytest.fixture()
def council(sitting):
    """A meeting of the Council, convened, in session, with its members noted."""
    meeting = sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    meeting.convocation_date = datetime(2027, 1, 18, tzinfo=BRUSSELS).date()
    sitting.go(meeting, "freeze", "publish", "open_session")
    set_members(meeting, usual_sheet(meeting).members, "secretary")
    return meeting


@pytest.fixture()
def urgent(sitting, council):
    """An item presented in session."""
    item = sitting.item(title="Mur effondré", body=sitting.council, preferred_meeting=council.UID())
    item.state = "validated"
    sitting.go(item, "present")
    return item


def codes(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return [one.code for one in refused.value.refusals]


@pytest.mark.requirement("meeting:AC-55", "meeting:ITM-16")
def test_two_thirds_of_those_present_admit_an_urgent_item(sitting, council, urgent):
    actor, here = current_actor(), presents(urgent)
    assert (urgent.list_type, urgent.meeting) == ("urgent", council.UID())
    assert codes(sitting.go, urgent, "accept") == ["items.urgency_not_voted"]
    assert needed(urgent) == -(-2 * len(here) // 3)
    assert enter(urgent, here[: needed(urgent)], "Danger pour les passants", actor) == ()
    assert urgent.urgency.in_favour == here[: needed(urgent)]
    entry = Journal(urgent).last()
    assert (entry.kind, entry.comment, len(entry.data["in_favour"])) == (
        "urgency_admitted", "Danger pour les passants", needed(urgent),
    )  # fmt: skip
    told = dict(fresh_parts(council))[urgent.UID()]
    assert "Danger pour les passants" in told and all(name in told for name in entry.data["in_favour"])
    sitting.go(urgent, "accept")
    assert urgent.state == "accepted"


@pytest.mark.requirement("meeting:AC-55", "meeting:VOT-9")
def test_one_vote_less_and_the_item_leaves_the_agenda_with_the_reason(sitting, council, urgent):
    here = presents(urgent)
    enter_votes(urgent, 0, {here[0]: Value.YES, here[1]: Value.NO}, "secretary")
    (reason,) = enter(urgent, here[: needed(urgent) - 1], "Danger", current_actor())
    assert (reason.code, reason.data["needed"], reason.data["present"]) == (
        "items.urgency_rejected", -(-2 * len(here) // 3), len(here),
    )  # fmt: skip
    assert (urgent.state, urgent.meeting, urgent.list_type, urgent.urgency) == ("validated", None, "normal", None)
    assert urgent.UID() not in council.agenda.uids
    kinds = [(entry.kind, entry.actor) for entry in Journal(urgent)]
    assert ("urgency_rejected", "secretary") in kinds
    reset = next(entry for entry in Journal(urgent) if entry.kind == "votes_reset")
    assert (reset.actor, dict(reset.data["counts"])) == ("secretary", {"1": {"yes": 1, "no": 1}})


def test_faulty_votes_are_refused_and_leave_nothing(sitting, council, urgent):
    here, actor = presents(urgent), current_actor()
    assert codes(enter, urgent, here, " ", actor) == ["items.urgency_not_motivated"]
    mark_away(council, here[-1], [urgent.UID()], Away(Out.ABSENT), "secretary")
    assert codes(enter, urgent, here, "Danger", actor) == ["urgency.not_present"]
    normal = sitting.item(title="Ordinaire", body=sitting.council)
    assert codes(enter, normal, here, "Danger", actor) == ["items.not_urgent"]
    for name in ("creator", "councillor", "dg"):
        sitting.as_user(name)
        assert codes(enter, urgent, here, "Danger", current_actor()) == ["meetings.not_manager"]
    assert urgent.urgency is None and [r.code for r in against_deciding(urgent)] == ["items.urgency_not_voted"]


@pytest.mark.requirement("meeting:VOT-9")
def test_a_secret_vote_leaves_no_count_in_the_journal(sitting, council, urgent):
    change_kind(urgent, Kind.SECRET, True, "secretary")
    enter_counts(urgent, 0, {Value.YES: 3}, "secretary")
    sitting.go(urgent, "back_to_validated")
    reset = next(entry for entry in Journal(urgent) if entry.kind == "votes_reset")
    assert (reset.data["counts"], urgent.polls) == ({}, ())
