"""What became of a decision: asked by the managers, told by the service, and the supervisory authority."""

from dataclasses import replace
from datetime import timedelta

import pytest
from AccessControl import getSecurityManager
from plone import api

from commune.core.content.journal import Journal
from commune.core.rules.tasks import Wish
from commune.core.workflow.actor import current_actor
from commune.core.workflow.clocks import clocks
from commune.core.workflow.dashboards.board import board
from commune.core.workflow.process import Refused
from commune.core.workflow.tasks import give_task
from commune.core.workflow.units import unit_uid
from commune.meeting.rules.followup import Supervision
from commune.meeting.workflow.follow_up import (
    ask_follow_up,
    drop_follow_up,
    give_follow_up,
    record_supervision,
    standing,
)
from commune.meeting.workflow.texts import raw
from commune.meeting.workflow.todos import TODOS
from tests.meeting.conftest import TODAY

DAY = TODAY


def as_(sitting, name):
    sitting.as_user(name)
    return current_actor()


@pytest.fixture()
def decided(sitting):
    """An item of the works, accepted by the College."""
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = sitting.item(title="Pont", unit="TRA", preferred_meeting=meeting.UID(), to_authority=True)
    item.state = "validated"
    sitting.go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    return item


def codes(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return [one.code for one in refused.value.refusals]


def found(sitting, name, *searches):
    items = board(sitting.college, "meeting.items", as_(sitting, name))
    return {one.id: len(api.content.find(**items.searched(one))) for one in items.searches() if one.id in searches}


@pytest.mark.requirement("meeting:FUP-1", "meeting:DSH-1")
def test_follow_up_is_asked_awaited_and_given(sitting, decided):
    ask_follow_up(decided, "Où en sont les travaux ?", as_(sitting, "secretary"))
    assert [row.reason for row in TODOS.rows(as_(sitting, "worker"))] == ["Say what became of the decision"]
    searches = ("follow_up_mine", "follow_up_needed", "provided_mine", "follow_up_provided")
    assert found(sitting, "worker", *searches) == dict(zip(searches, (1, 1, 0, 0), strict=True))
    assert found(sitting, "urbanist", *searches) == dict.fromkeys(searches, 0)
    give_follow_up(decided, "Chantier fini.\nRéception <le 3>.", as_(sitting, "worker"))
    assert raw(decided, "provided_follow_up") == "<p>Chantier fini.</p><p>Réception &lt;le 3&gt;.</p>"
    assert found(sitting, "worker", *searches) == dict(zip(searches, (0, 0, 1, 1), strict=True))
    assert TODOS.rows(as_(sitting, "worker")) == ()
    drop_follow_up(decided, as_(sitting, "secretary"))
    assert found(sitting, "worker", *searches) == dict.fromkeys(searches, 0)
    assert [(e.kind, e.actor) for e in Journal(decided)][-3:] == [
        ("follow_up_asked", "secretary"), ("follow_up_given", "worker"), ("follow_up_dropped", "secretary"),
    ]  # fmt: skip


@pytest.mark.requirement("meeting:FUP-1")
def test_only_managers_ask_and_only_the_service_answers(sitting, decided):
    for name in ("worker", "head", "director"):
        assert (name, codes(ask_follow_up, decided, "?", as_(sitting, name))) == (name, ["meetings.not_manager"])
    assert codes(give_follow_up, decided, "Fait", as_(sitting, "worker")) == ["followup.not_needed"]
    ask_follow_up(decided, "", as_(sitting, "secretary"))
    assert codes(give_follow_up, decided, " ", as_(sitting, "worker")) == ["followup.nothing_written"]
    for name in ("finance", "urbanist", "councillor"):
        assert codes(give_follow_up, decided, "Fait", as_(sitting, name)) == ["followup.not_service"]


@pytest.mark.requirement("meeting:FUP-3")
def test_a_decision_goes_before_the_supervisory_authority(sitting, decided):
    assert (standing(decided), clocks(decided)) == ("to_send", ())
    assert found(sitting, "secretary", "to_authority", "at_authority") == {"to_authority": 1, "at_authority": 0}
    sent = Supervision(DAY - timedelta(days=10), DAY - timedelta(days=8))
    record_supervision(decided, sent, as_(sitting, "secretary"))
    (clock,) = clocks(decided)
    assert (standing(decided), clock.ours) == ("awaited", False) and clock.deadline.due >= DAY + timedelta(days=22)
    assert found(sitting, "secretary", "to_authority", "at_authority") == {"to_authority": 0, "at_authority": 1}
    record_supervision(decided, replace(sent, answered=DAY, answer="approved"), as_(sitting, "secretary"))
    assert (standing(decided), clocks(decided)[0].met_on) == ("approved", DAY)
    assert Journal(decided).last().data["changed"] == {"answered": ["", str(DAY)], "answer": ["", "approved"]}


@pytest.mark.requirement("meeting:FUP-3")
def test_the_track_is_kept_by_managers_and_its_days_make_sense(sitting, decided):
    track = Supervision(DAY, DAY - timedelta(days=1))
    assert codes(record_supervision, decided, track, as_(sitting, "worker")) == ["meetings.not_manager"]
    assert codes(record_supervision, decided, track, as_(sitting, "secretary")) == ["followup.days_order"]
    other = sitting.item(title="Pas décidé")
    assert codes(record_supervision, other, Supervision(DAY), as_(sitting, "secretary")) == ["followup.not_decided"]
    assert decided.supervision == Supervision()


@pytest.mark.requirement("meeting:FUP-2")
def test_a_task_of_a_closed_item_is_read_by_its_service_which_does_not_read_the_item(sitting, decided):
    decided.privacy = "secret"
    task = give_task(decided, Wish("Prévenir l'intéressé", unit_uid("POP"), DAY), as_(sitting, "secretary"))
    sitting.as_user("counter")
    check = getSecurityManager().checkPermission
    assert (bool(check("View", task)), bool(check("View", decided))) == (True, False)
    assert "Pont" not in "".join((task.absolute_url(), task.title, task.description))
    seen = [brain.Title for brain in api.content.find(portal_type=["task", "meeting_item"])]
    assert seen == ["Prévenir l'intéressé"]
    sitting.as_user("worker")
    assert getSecurityManager().checkPermission("View", task), "who reads the item reads its tasks"
    sitting.as_user("finance")
    assert not getSecurityManager().checkPermission("View", task)
