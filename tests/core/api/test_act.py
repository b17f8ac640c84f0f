"""Services that write: what they read, and the same call again."""

import base64

import pytest
import transaction

from tests.meeting.conftest import served  # noqa: F401  the accounts of Valmont

KEY = {"Idempotency-Key": "k-1"}
ITEM = {"unit": "URB", "fields": {"title": "Trottoirs"}}
FILES = [{"filename": f"plan{n}.txt", "data": base64.b64encode(b"plan %d" % n).decode()} for n in (1, 2)]


@pytest.mark.requirement("meeting:API-5", "meeting:AC-91", "core:3.3", "core:API-1")
def test_the_same_call_with_the_same_key_makes_one_item_with_its_two_files(served):  # noqa: F811
    client = served("creator")
    wish = {**ITEM, "annexes": FILES}
    first, again = (client.post("meetings/college/@items", json=wish, headers=KEY) for _time in range(2))
    assert (first.status_code, again.status_code, again.headers["Idempotent-Replay"]) == (201, 201, "true")
    assert again.json() == first.json() and again.headers["Location"] == first.headers["Location"]
    assert client.get("meetings/college/@items").json()["items_total"] == 1
    path = first.json()["@id"].partition("/plone/")[2]
    assert len(client.get(f"{path}/@annexes").json()["items"]) == 2
    other = client.post("meetings/college/@items", json=ITEM, headers=KEY)
    assert (other.status_code, other.json()["error"]["refusals"][0]["code"]) == (422, "idempotency.other_body")
    assert client.post("meetings/college/@items", json=wish, headers={"Idempotency-Key": "k-2"}).status_code == 201
    assert client.post("meetings/college/@items", json=wish, headers={"Idempotency-Key": "k" * 201}).status_code == 400


@pytest.mark.requirement("core:3.3")
def test_a_key_is_its_owners_and_what_was_refused_may_be_tried_again(served):  # noqa: F811
    wish = {"unit": "URB", "fields": {}}
    assert served("creator").post("meetings/college/@items", json=wish, headers=KEY).status_code == 409
    assert served("creator").post("meetings/college/@items", json=ITEM, headers=KEY).status_code == 201
    stranger = served("finance").post("meetings/college/@items", json=ITEM, headers=KEY)
    assert stranger.status_code in (401, 403, 404, 409) and "Idempotent-Replay" not in stranger.headers


def test_an_annex_that_is_refused_refuses_the_item(served):  # noqa: F811
    bad = {**ITEM, "annexes": [*FILES, {"filename": "virus.exe", "data": "TVo="}]}
    assert served("creator").post("meetings/college/@items", json=bad).status_code == 409
    garbled = {**ITEM, "annexes": [*FILES, {"filename": "plan3.txt", "data": "é"}]}
    assert served("creator").post("meetings/college/@items", json=garbled).status_code == 400
    assert served("creator").get("meetings/college/@items").json()["items_total"] == 0


@pytest.mark.requirement("core:3.3", "core:API-3")
def test_a_body_that_does_not_keep_the_contract_is_refused_with_every_fault(served):  # noqa: F811
    client = served("creator")
    answer = client.post("meetings/college/@items", json={"unit": 5, "colour": "red", "annexes": [{"data": ""}]})
    assert answer.status_code == 400
    faults = {(one["code"], one["place"]) for one in answer.json()["error"]["refusals"]}
    assert faults == {
        ("body.invalid", "unit"),
        ("body.unknown", "colour"),
        ("body.required", "annexes/0/filename"),
    }
    assert all(one["message"] and "$" not in one["message"] for one in answer.json()["error"]["refusals"])
    for broken in ("{", "[]", '"text"'):
        headers = {"Content-Type": "application/json"}
        assert client.post("meetings/college/@items", data=broken, headers=headers).status_code == 400


def test_a_search_that_cannot_be_read_and_a_poll_that_is_not_there(served):  # noqa: F811
    sitting = served.sitting.as_user("secretary")
    item, meeting = sitting.item(), sitting.meeting(2027, 1, 11, 9)
    item.state = "validated"
    sitting.go(item, "present")
    transaction.commit()
    assert meeting is not None
    assert served("creator").get("meetings/college/@items?SearchableText=%01").status_code == 400
    path = "/".join(item.getPhysicalPath()[2:])
    votes = served("secretary").post(f"{path}/@votes", json={"do": "unanimous", "poll": 7})
    assert votes.status_code == 400
    far = {"start": "2026-01-01", "n": 99999, "unit": "years"}
    assert served("secretary").post("@deadlines-compute", json=far).status_code == 400
