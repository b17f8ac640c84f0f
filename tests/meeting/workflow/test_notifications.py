"""Who gets which mail: one per person and event, only those who may read, nothing of a closed item."""

import json

import pytest

from commune.core.content.journal import Journal
from commune.core.interfaces import IAccessPolicy
from commune.core.rules.opinions import Sense
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.outbox import letters
from commune.core.workflow.process import Refused
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.opinion_writing import Text, give


@pytest.fixture()
def mails(sitting):
    """Gives the mails queued since the last call, as pairs of address and subject."""
    seen = set()

    def new():
        found = [letter for letter in letters(sitting.portal) if letter.id not in seen]
        seen.update(letter.id for letter in found)
        return sorted((letter.payload["to"].split("@")[0], letter.payload["subject"]) for letter in found)

    return new


def settings(body, section, **values):
    document = body.document
    document[section] = {**document.get(section, {}), **values}
    configure(body, document, "secretary")


def at_director(sitting, **fields):
    item = sitting.as_user("creator").item(title="Trottoirs", unit="URB", **fields)
    sitting.go(item, "propose_to_head").as_user("head").go(item, "propose_to_director")
    return item


def validated(sitting, **fields):
    item = at_director(sitting, **fields)
    sitting.as_user("director").go(item, "validate")
    return item


@pytest.mark.requirement("meeting:NOT-2")
def test_each_level_hears_of_what_arrives_there(sitting, mails):
    item = sitting.as_user("creator").item(title="Trottoirs", unit="URB")
    sitting.go(item, "propose_to_head")
    assert [to for to, _subject in mails()] == ["head"]
    sitting.as_user("head").go(item, "propose_to_director")
    assert [to for to, _subject in mails()] == ["director"]
    sitting.as_user("director").go(item, "validate")
    assert [to for to, _subject in mails()] == ["secretary"]


@pytest.mark.requirement("meeting:AC-05")
def test_sent_back_with_a_reason_to_who_acted_there_last(sitting, mails):
    item = at_director(sitting)
    sitting.as_user("director")
    with pytest.raises(Refused):
        sitting.go(item, "back_to_proposed_to_head")
    assert item.state == "proposed_to_director"
    mails()
    sitting.go(item, "back_to_proposed_to_head", comment="revoir l'article 2")
    assert item.state == "proposed_to_head"
    assert "revoir l'article 2" in [entry.comment for entry in Journal(item)]
    assert [to for to, _subject in mails()] == ["head"]


@pytest.mark.requirement("meeting:AC-29")
def test_a_delay_names_both_items_to_the_service(sitting, mails):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = validated(sitting)
    sitting.as_user("secretary").go(item, "present")
    sitting.go(meeting, "freeze", "decide")
    mails()
    sitting.go(item, "delay")
    copy = by_uid(item.successors[-1])
    (letter,) = [letter for letter in letters(sitting.portal) if "creator" in letter.payload["to"]][-1:]
    assert [(to, "Trottoirs" in subject) for to, subject in mails()] == [("creator", True), ("urbanist", True)]
    assert item.absolute_url() in letter.payload["body"] and copy.absolute_url() in letter.payload["body"]


def test_a_late_item_is_told_to_the_managers(sitting, mails):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    sitting.go(meeting, "freeze")
    item = at_director(sitting, preferred_meeting=meeting.UID())
    mails()
    sitting.as_user("director").go(item, "validate")
    assert [to for to, _subject in mails()] == ["secretary", "secretary"]


def test_nothing_of_a_closed_item_is_in_a_mail(sitting, mails):
    sitting.as_user("creator").go(sitting.item(title="Madame X", privacy="secret"), "propose_to_head")
    ((to, _subject),) = mails()
    (letter,) = letters(sitting.portal)
    assert to == "head"
    assert "Madame" not in json.dumps(letter.payload["subject"]) and "Madame" not in letter.payload["body"]


@pytest.mark.requirement("meeting:NOT-1")
@pytest.mark.parametrize(("values", "noted"), [
    ({"mode": "off"}, 0), ({"mode": "test"}, 1), ({"mode": "on", "disabled": ["item_proposed"]}, 0),
])  # fmt: skip
def test_a_body_sends_nothing_tests_or_leaves_an_event_out(sitting, mails, values, noted):
    settings(sitting.college, "notifications", **values)
    item = sitting.as_user("creator").item()
    sitting.go(item, "propose_to_head")
    tested = [entry.data["to"] for entry in Journal(item) if entry.kind == "mail_tested"]
    assert (mails(), tested) == ([], [["head"]] * noted)


def test_only_readers_are_told(sitting, mails, monkeypatch):
    from commune.meeting.workflow.access import ItemPolicy

    monkeypatch.setattr(ItemPolicy, "grants", lambda self: {})
    item = sitting.as_user("creator").item()
    assert IAccessPolicy(item).grants() == {}
    sitting.go(item, "propose_to_head")
    assert mails() == []


def test_advisers_are_asked_and_the_service_hears_the_answer(sitting, mails):
    settings(sitting.college, "opinions", give=["proposed_to_head", "validated"])
    item = sitting.as_user("creator").item(unit="URB", optional_advisers=["TRA"])
    sitting.go(item, "propose_to_head")
    assert [to for to, _subject in mails()] == ["adviser", "head"]
    actor = current_actor(sitting.as_user("adviser").portal)
    give(item, "TRA", Text(Sense.POSITIVE), actor)
    assert [to for to, _subject in mails()] == ["creator", "urbanist"]


def test_the_receiving_body_hears_of_the_copy(sitting, mails):
    sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = validated(sitting, send_to=["council"])
    sitting.as_user("secretary").go(item, "present").go(meeting, "freeze", "decide")
    mails()
    sitting.as_user("manager").go(item, "accept")
    told = mails()
    assert ("secretary", "[CC]") in [(to, subject[:4]) for to, subject in told]
    assert {to for to, _subject in told} == {"secretary", "creator", "urbanist"}


@pytest.mark.requirement("meeting:NOT-1")
def test_a_meeting_that_moves_writes_to_each_person_once(sitting, mails):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    items = [sitting.as_user("creator").item(title=f"Point {n}", unit="URB") for n in range(3)]
    for item in items:
        item.state, item.preferred_meeting = "validated", meeting.UID()
        sitting.as_user("secretary").go(item, "present")
    sitting.go(meeting, "freeze", "decide")
    mails()
    sitting.go(meeting, "close")
    told = mails()
    assert [item.state for item in items] == ["accepted"] * 3
    assert told and len({to for to, _subject in told}) == len(told)
    assert all(subject.startswith("3 ") for _to, subject in told)
