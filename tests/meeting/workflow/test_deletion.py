"""Who deletes what, and what is left: links broken cleanly, sending possible again."""

from dataclasses import replace
from datetime import date

import pytest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

from commune.core.content.journal import Journal
from commune.core.rules.opinions import Sense
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.content.opinions import keep_opinion_files, opinion_files
from commune.meeting.rules.opinions import give
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.deletion import delete_item, delete_meeting


def as_(sitting, name, dossier):
    sitting.as_user(name)
    return current_actor(dossier)


def refused(act, *arguments):
    with pytest.raises(Refused) as error:
        act(*arguments)
    return [refusal.code for refusal in error.value.refusals]


@pytest.mark.requirement("meeting:AC-07", "meeting:ITM-9")
def test_an_item_with_a_given_opinion_stays(sitting):
    item = sitting.as_user("creator").item(optional_advisers=["TRA"], unit="URB")
    notify(ObjectModifiedEvent(item))
    file = opinion_files(item)["TRA"]
    given = give(file.opinion, Sense.POSITIVE, "", item.created().asdatetime(), "adviser", {})
    keep_opinion_files(item, {"TRA": replace(file, opinion=given)})
    assert refused(delete_item, item, as_(sitting, "creator", item)) == ["items.opinion_given"]


@pytest.mark.requirement("meeting:AC-07")
def test_with_the_option_only_the_first_level_deletes(sitting):
    document = sitting.college.document
    configure(sitting.college, {**document, "adaptations": [*document["adaptations"], "first_level_deletes"]}, "x")
    item = sitting.as_user("creator").item()
    sitting.go(item, "propose_to_head")
    assert refused(delete_item, item, as_(sitting, "head", item)) == ["items.first_level_only"]
    delete_item(item, as_(sitting, "manager", item))
    draft = sitting.as_user("creator").item()
    assert refused(delete_item, draft, as_(sitting, "finance", draft)) == ["items.not_editor"]
    uid = draft.UID()
    delete_item(draft, as_(sitting, "creator", draft))
    assert by_uid(uid) is None
    assert [entry.kind for entry in Journal(sitting.college)][-1] == "item_deleted"


def decided(sitting):
    sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = sitting.item(send_to=["council"])
    item.state = "validated"
    sitting.go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    return meeting, item


@pytest.mark.requirement("meeting:ITM-9", "meeting:SEND-1")
def test_without_its_copy_an_item_is_sent_again(sitting):
    _meeting, item = decided(sitting)
    copy = by_uid(item.successors[0])
    assert refused(delete_item, item, as_(sitting, "manager", item)) == ["items.on_agenda", "items.sent"]
    assert refused(delete_item, copy, as_(sitting, "manager", copy)) == ["items.on_agenda"]
    sitting.go(copy, "back_to_validated")
    delete_item(copy, as_(sitting, "manager", copy))
    assert item.successors == ()
    sitting.go(item, "back_to_decidable", "accept")
    assert len(item.successors) == 1


@pytest.mark.requirement("meeting:MTG-6")
def test_a_meeting_goes_when_empty_or_with_its_date_typed(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = sitting.item(title="Un")
    waiting = sitting.item(title="Deux", preferred_meeting=meeting.UID())
    item.state = "validated"
    sitting.go(item, "present")
    uid = item.UID()
    assert refused(delete_meeting, meeting, as_(sitting, "secretary", meeting)) == ["meetings.not_an_empty_draft"]
    admin = as_(sitting, "manager", meeting)
    assert refused(delete_meeting, meeting, admin, date(2027, 1, 12)) == ["meetings.date_not_confirmed"]
    delete_meeting(meeting, admin, date(2027, 1, 11))
    assert (by_uid(uid), waiting.preferred_meeting) == (None, None)
    empty = sitting.as_user("secretary").meeting(2027, 1, 18, 9)
    assert refused(delete_meeting, empty, as_(sitting, "creator", empty)) == ["meetings.not_an_empty_draft"]
    delete_meeting(empty, as_(sitting, "secretary", empty))


@pytest.mark.requirement("meeting:MTG-6")
def test_a_meeting_with_a_decided_item_is_never_deleted(sitting):
    meeting, _item = decided(sitting)
    admin = as_(sitting, "manager", meeting)
    assert refused(delete_meeting, meeting, admin, date(2027, 1, 11)) == ["meetings.item_decided"]
