"""Opinions in copies, confidential ones, those that an edit takes away, and the reminders of each night."""

from datetime import date, timedelta

import pytest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

from commune.core.content.clock import now
from commune.core.workflow.outbox import letters
from commune.meeting.content.opinions import opinion_files
from commune.meeting.rules.outcomes import CloneOrder
from commune.meeting.workflow import opinion_nights
from commune.meeting.workflow.clones import clone
from commune.meeting.workflow.deletion import remove
from commune.meeting.workflow.texts import rich
from tests.clocks import on
from tests.meeting.workflow.test_opinions import HEAD, Desk, asked, body  # noqa: F401

POSTPONED = CloneOrder("validated", "inherited")


def mailed(sitting, seen):
    found = [letter for letter in letters(sitting.portal) if letter.id not in seen]
    seen.update(letter.id for letter in found)
    return sorted(letter.payload["to"].split("@")[0] for letter in found)


def given(sitting, **settings):
    desk = asked(sitting)
    assert desk.do("finance", "give", sense="positive", comment="Crédit suffisant") == []
    return desk


@pytest.mark.requirement("meeting:ADV-12")
def test_a_copy_shows_the_opinion_of_its_origin_through_hops_until_it_is_gone(sitting, body):  # noqa: F811
    body(view=[HEAD, "validated"])
    desk = given(sitting)
    actor = desk.actor("secretary")
    copy = clone(desk.item, POSTPONED, actor)
    again = Desk(sitting, clone(copy, POSTPONED, actor))
    assert (again.text("head"), again.state("head")) == ("Crédit suffisant", "given")
    assert again.seen("finance").file.opinion.inherited_from == desk.item.UID()
    assert again.do("finance", "give", sense="negative", comment="non") == [
        "opinions.not_giveable",
        "opinions.inherited",
    ]
    assert again.do("secretary", "ask_again") == ["opinions.inherited"]
    assert again.do("finance", "drop_inherited") == ["opinions.not_dropped_by_you"]
    remove(desk.item, "manager")
    assert (Desk(sitting, copy).state("secretary"), again.state("secretary")) == ("not_given", "not_given")


@pytest.mark.requirement("meeting:ADV-12")
def test_managers_have_an_inherited_opinion_given_anew_its_advisers_only_where_they_may(sitting, body):  # noqa: F811
    body(view=[HEAD, "validated"], give=[HEAD, "validated"])
    desk = given(sitting)
    copies = [Desk(sitting, clone(desk.item, POSTPONED, desk.actor("secretary"))) for _ in range(2)]
    assert copies[0].do("head", "drop_inherited") == ["opinions.not_dropped_by_you"]
    assert copies[0].do("secretary", "drop_inherited") == []
    assert copies[0].do("finance", "give", sense="negative", comment="Plus assez") == []
    assert (copies[0].text("head"), desk.text("head")) == ("Plus assez", "Crédit suffisant")
    body(view=[HEAD, "validated"], give=[HEAD, "validated"], adviser_drops_inherited=True)
    assert copies[1].do("finance", "drop_inherited") == []
    assert copies[1].state("head") == "not_given"


@pytest.mark.requirement("meeting:ADV-13")
def test_managers_make_opinions_confidential_and_a_body_does_from_the_start(sitting, body):  # noqa: F811
    body(confidential_by_default=True)
    desk = given(sitting)
    assert desk.seen("secretary").file.opinion.confidential
    assert desk.do("head", "confidential", confidential=False) == ["meetings.not_manager"]
    assert desk.do("secretary", "confidential", confidential=False) == []
    assert not desk.seen("secretary").file.opinion.confidential


@pytest.mark.requirement("meeting:ADV-14", "meeting:NOT-2")
def test_an_edit_archives_again_or_has_the_opinion_given_again(sitting, body):  # noqa: F811
    body()
    desk, told = given(sitting), set()
    edit(desk, detailed_description=rich("<p>Plus de détails</p>"))
    assert [version.number for version in opinion_files(desk.item)["FIN"].opinion.versions] == [1, 2]
    body(invalidating=[HEAD])
    mailed(sitting, told)
    edit(desk, title="Marché public")
    assert (desk.state("head"), "opinion_invalidated" in str(desk.history("head", "opinion_invalidated"))) == (
        "asked_again", True,
    )  # fmt: skip
    assert mailed(sitting, told) == ["adviser", "finance"]
    edit(desk, title="Marché public, lot 1")
    assert mailed(sitting, told) == []
    assert desk.do("head", "restore") == [] and desk.text("head") == "Crédit suffisant"


def edit(desk, **values):
    desk.actor("head")
    for name, value in values.items():
        setattr(desk.item, name, value)
    notify(ObjectModifiedEvent(desk.item))


@pytest.mark.requirement("meeting:ADV-16", "meeting:NOT-2")
def test_advisers_are_reminded_once_a_day_and_the_work_is_taken_up_where_it_stopped(sitting, body, monkeypatch):  # noqa: F811
    body()
    desks, told = [asked(sitting), asked(sitting), given(sitting)], set()
    monkeypatch.setattr(opinion_nights, "AT_ONCE", 1)
    found = {}
    for day in (18, 19, 23, 25):
        with on(date(2026, 5, day)):
            mailed(sitting, told)
            steps = [opinion_nights.ROUND.do(sitting.portal, now()) for _ in range(4)]
            found[day] = (steps, mailed(sitting, told), opinion_nights.lag_of(sitting.portal, now()))
    both = ["adviser", "adviser", "finance", "finance"]
    work = [1, 1, 0, 0]
    assert found == {18: (work, [], timedelta(0)), 19: (work, both, timedelta(0)), 23: (work, both, timedelta(0)),
                     25: (work, [], timedelta(0))}  # fmt: skip
    with on(date(2026, 5, 27)):
        assert opinion_nights.lag_of(sitting.portal, now()) == timedelta(hours=9)
        assert opinion_nights.ROUND.do(sitting.portal, now()) == 1
        assert opinion_nights.lag_of(sitting.portal, now()) == timedelta(hours=9)
    assert [len(desk.history("secretary", "opinion_delay_told")) for desk in desks] == [2, 2, 0]
