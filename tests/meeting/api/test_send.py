"""Items sent to another body, over HTTP and on the item's page: when, by whom, with what."""

import pytest
import transaction

from commune.core.workflow.lookup import by_uid
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.texts import raw
from tests.meeting.api.test_leaks import path_of

HTML = {"Accept": "text/html"}


@pytest.fixture()
def college(served):
    """The College sends to the Council what is validated, by hand, and what is frozen, by itself."""
    sitting = served.sitting.as_user("secretary")
    document = sitting.college.document
    document["sending"] = {
        "targets": [{"body": "council", "until": "validate"}],
        "automatic": ["frozen"],
        "manual": ["validated"],
    }
    configure(sitting.college, document, "secretary")
    transaction.commit()
    return sitting


def item_of(sitting, **fields):
    item = sitting.as_user("creator").item(title="Voirie", unit="ADM", **fields)
    item.state = "validated"
    item.reindexObject()
    transaction.commit()
    return item


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:SEND-1", "meeting:SEND-2")
def test_the_manager_sends_by_hand_once_and_the_copy_has_its_own_words(served, college):
    item = item_of(college, send_closed=["council"], send_title="Voirie communale")
    path = f"{path_of(item)}/@send"
    assert codes(served("creator").post(path, json={"body": "council"})) == (409, ["sending.not_editor"])
    assert served("citizen").post(path, json={"body": "council"}).status_code == 404
    manager = served("secretary")
    assert manager.get(path).json()["bodies"] == [{"body": "council", "title": "Conseil communal", "refusals": []}]
    assert "send-act" in manager.get(path_of(item), headers=HTML).text
    told = manager.post(path, json={"body": "council"})
    assert told.status_code == 201
    transaction.begin()
    copy = by_uid(told.json()["UID"])
    assert (copy.title, copy.privacy, copy.state, copy.predecessor) == (
        "Voirie communale", "secret", "validated", item.UID(),
    )  # fmt: skip
    assert raw(copy, "decision") == raw(item, "decision")
    assert codes(manager.post(path, json={"body": "council"})) == (409, ["sending.already_sent"])
    assert "send-act" not in manager.get(path_of(item), headers=HTML).text


def test_every_fault_at_once(served, college):
    item = item_of(college)
    item.state = "draft"
    item.reindexObject()
    transaction.commit()
    answer = served("secretary").post(f"{path_of(item)}/@send", json={"body": "nowhere"})
    assert codes(answer) == (409, ["sending.not_a_target", "sending.state"])


@pytest.mark.requirement("meeting:SEND-1")
def test_an_automatic_state_sends_whatever_the_state_is(served, college):
    sitting = college.as_user("secretary")
    item = item_of(sitting, send_to=["council"])
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    sitting.go(item, "present")
    assert item.successors == ()
    sitting.go(meeting, "freeze")
    (copy,) = map(by_uid, item.successors)
    assert copy.state == "validated" and sitting.council.getId() in copy.getPhysicalPath()
    sitting.go(meeting, "back_to_draft", "freeze")
    assert len(item.successors) == 1
