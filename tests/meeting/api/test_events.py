"""Events of items and meetings: told to programs that asked for them, read again by those who may."""

import json

import pytest
import transaction

from commune.core.content import happenings as kept
from commune.core.rules.opinions import Sense
from commune.core.workflow import outbox
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow import opinion_writing as opinions
from tests.golden import golden

ITEM = {"unit": "URB", "fields": {"title": "Trottoirs"}}
ITEMS = "meetings/college/@items"


@pytest.fixture()
def admin(served):
    client = served("admin")
    client.session.auth = ("admin", "secret")
    return client


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:API-4", "meeting:API-6", "core:EVT-4", "core:EVT-3")
def test_the_feed_tells_what_the_reader_may_know_and_tombstones(served, admin):
    client = served("creator")
    start = client.get("@events").json()["last"]
    made = [client.post(ITEMS, json={**ITEM, "external_id": f"urban:{n}"}).json() for n in range(2)]
    paths = [one["@id"].partition("/plone/")[2] for one in made]
    read = {"If-Match": client.get(paths[0]).headers["ETag"]}
    client.call("PATCH", paths[0], json={"title": "Trottoirs 2"}, headers=read)
    client.post(f"{paths[0]}/@transitions", json={"transition": "propose_to_head"})
    client.call("DELETE", paths[1])
    answer = client.get(f"@events?after={start}&limit=2")
    assert answer.headers["Content-Type"] == "application/json" and len(answer.json()["items"]) <= 2
    told, url = [], f"@events?after={start}&limit=2"
    while True:
        page = client.get(url).json()
        told += page["items"]
        if page["after"] == page["last"]:
            break
        url = page["next"].partition("/plone/")[2] + "&limit=2"
    mine = [(one["subject"], one["type"].split(".")[2]) for one in told]
    first, second = (one["uid"] for one in made)
    assert mine[-4:] != [] and (second, "deleted") in mine
    assert [verb for uid, verb in mine if uid == first] == ["created", "updated", "transitioned"]
    assert (second, "created") not in mine
    for name, expected in (("finance", set()), ("secretary", {first, second})):
        seen = {one["subject"] for one in served(name).get(f"@events?after={start}&limit=500").json()["items"]}
        assert seen & {first, second} <= expected, name
    assert served("citizen").get("@events").status_code in (401, 403, 404)
    assert codes(client.get("@events?after=999999")) == (410, ["events.gone"])
    assert client.get("@events?after=x").status_code == 400


@pytest.mark.requirement("meeting:API-4", "core:EVT-5", "core:EVT-7")
def test_an_administrator_subscribes_a_program_to_items_and_their_opinions(served, admin):
    uid = served.sitting.college.UID()
    wish = {"title": "Urban", "url": "https://urban.invalid/hook", "prefix": "urban:", "places": [uid],
            "types": ["commune.meeting_item.*", "commune.meeting.transitioned.v1"]}  # fmt: skip
    answer = admin.post("@webhooks", json=wish)
    made = answer.json()
    assert answer.status_code == 201 and len(made["secret"]) == 64
    assert {"commune.meeting_item.decided.v1", "commune.meeting_item.opinion_asked.v1"} <= set(
        admin.get("@webhooks").json()["types"]
    )
    assert "secret" not in admin.get(f"@webhooks/{made['id']}").json()
    client = served("creator")
    client.post(ITEMS, json={**ITEM, "external_id": "urban:1"})
    client.post(ITEMS, json={**ITEM, "external_id": "mail:1"})
    closed = {**ITEM, "fields": {"title": "Zizanie", "privacy": "secret"}, "external_id": "urban:2"}
    client.post(ITEMS, json=closed)
    one = admin.get(f"@webhooks/{made['id']}").json()
    assert one["waiting"] >= 1
    transaction.begin()
    letters = [one for one in outbox.letters(served.sitting.portal) if one.payload.get("program") == made["id"]]
    assert {"urban:1" in one.payload["body"] for one in letters} == {True}
    path = f"@webhooks/{made['id']}"
    wrong = admin.post("@webhooks", json={"url": "http://x", "types": ["x"], "title": "Urban"})
    golden("webhooks-post-refused", wrong)
    assert codes(wrong) == codes(admin.call("PATCH", path, json={"url": "http://x", "types": ["x"]}))
    assert codes(wrong) == (409, ["calls.address", "events.unknown"])
    assert admin.call("PATCH", path, json={"state": "paused"}).json()["state"] == "paused"
    assert admin.post(path, json={"do": "test"}).json()["waiting"] == one["waiting"] + 3
    for name in ("secretary", None):
        assert served(name).get(path).status_code in (401, 404)
    page = admin.get(f"@@webhooks?program={made['id']}", headers={"Accept": "text/html"})
    assert page.status_code == 200 and "urban.invalid" in page.text
    mark = page.text.partition('name="_authenticator" value="')[2].partition('"')[0]
    form = {"_authenticator": mark, "program": made["id"], "keep": "1", "title": "Urban", "url": "http://x"}
    wrong = admin.post("@@webhooks", data=form, headers={"Accept": "text/html"})
    assert wrong.status_code == 409 and "#field-url" in wrong.text and "#field-types" in wrong.text
    resume = {"_authenticator": mark, "program": made["id"], "resume": "1"}
    assert admin.post("@@webhooks", data=resume, headers={"Accept": "text/html"}).status_code == 200
    assert admin.get(path).json()["state"] == "active"
    assert admin.call("DELETE", path).status_code == 204 and admin.get(path).status_code == 404


@pytest.mark.requirement("meeting:API-4")
def test_decisions_publications_and_opinions_are_told(sitting):
    document = sitting.college.document
    document["opinions"]["give"] = ["proposed_to_head"]
    sitting.college.settings = json.dumps(document)
    meeting = sitting.as_user("secretary").meeting(2027, 1, 28, 20, body=sitting.council)
    before = kept.bounds(sitting.portal)[1]
    asking = sitting.as_user("creator").item(optional_advisers=["TRA"])
    sitting.go(asking, "propose_to_head").as_user("adviser")
    opinions.give(asking, "TRA", opinions.Text(Sense.POSITIVE, ""), current_actor(asking))
    item = sitting.as_user("secretary").item(body=sitting.council, external_id="urban:42")
    item.state = "validated"
    item.reindexObject()
    sitting.go(item, "present").go(meeting, "freeze", "publish", "open_session", "decide").go(item, "accept")
    sitting.go(meeting, "publish_decisions")
    told = {f"{one.kind}.{one.verb}" for one in kept.happenings(sitting.portal, before)}
    assert told == {
        "meeting_item.created", "meeting_item.transitioned", "meeting_item.decided",
        "meeting_item.opinion_asked", "meeting_item.opinion_given", "meeting.transitioned", "meeting.published",
    } | (told & {"meeting_item.document_added", "meeting_item.updated", "meeting.updated"})  # fmt: skip
