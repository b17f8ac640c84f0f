"""Another module asks the College to decide, and hears of it; citizens get the public part only."""

from datetime import date

import pytest
from zope.component import getGlobalSiteManager
from zope.event import notify

from commune.core.events import DecisionRequestAccepted, DecisionRequested, DecisionTaken, MeetingPublished
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.units import unit_uid


@pytest.fixture()
def letters():
    got = []
    manager = getGlobalSiteManager()
    kinds = (DecisionRequestAccepted, DecisionTaken, MeetingPublished)
    for kind in kinds:
        manager.registerHandler(got.append, (kind,))
    yield got
    for kind in kinds:
        manager.unregisterHandler(got.append, (kind,))


def asked(**more):
    return DecisionRequested("origin-1", "college", "PU/2026/0001", "Permis", decision="<p>Octroi</p>", **more)


def test_a_request_makes_one_item_however_often_it_is_sent(sitting, letters):
    notify(asked(unit=unit_uid("URB"), due=date(2027, 2, 1)))
    notify(asked(unit=unit_uid("URB")))
    first, second = letters
    item = by_uid(first.item)
    assert (first.item, item.state, item.origin, item.decide_before) == (
        second.item,
        "draft",
        "origin-1",
        date(2027, 2, 1),
    )


def test_a_body_that_is_not_there_answers_nothing(sitting, letters):
    notify(DecisionRequested("origin-2", "police_college", "X", "Permis"))
    assert letters == []


def test_the_decision_comes_back(sitting, letters):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    notify(asked(unit=unit_uid("ADM")))
    item = by_uid(letters[0].item)
    sitting.as_user("creator").go(item, "propose_to_head").as_user("dg").go(item, "validate")
    sitting.as_user("secretary").go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    assert letters[1:] == [
        DecisionTaken(
            "origin-1",
            item.UID(),
            sitting.college.UID(),
            "accepted",
            True,
            date(2027, 1, 11),
            "1",
            "<p>Octroi</p>",
        )
    ]


@pytest.mark.requirement("meeting:PUB-1")
def test_a_college_shows_its_decisions_and_never_its_project(sitting, letters):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = sitting.as_user("creator").item(title="Trottoirs", unit="ADM")
    sitting.go(item, "propose_to_head").as_user("dg").go(item, "validate")
    sitting.as_user("secretary").go(item, "present").go(meeting, "freeze", "decide")
    assert [one.stage for one in letters if isinstance(one, MeetingPublished)] == []
    sitting.go(item, "accept").go(meeting, "close")
    assert [one.stage for one in letters if isinstance(one, MeetingPublished)][-1] == "decisions"
