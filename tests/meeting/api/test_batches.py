"""Acts on many items of a list, over HTTP and on the page, and the labels that they put."""

import io
import zipfile
from base64 import b64decode

import pytest
import transaction
from plone import api

from commune.core.workflow import jobs
from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.outbox import letters
from commune.core.workflow.units import unit_uid
from commune.meeting.workflow.configuration import configure
from tests.golden import golden
from tests.meeting.api.test_leaks import path_of

BATCH, BOARD = "meetings/college/@dashboard-batch", "meetings/college/@dashboard/meeting.items"


def codes(answer):
    return answer.status_code, [(one["code"], one["place"]) for one in answer.json()["error"]["refusals"]]


def ask(client, do, items, **wish):
    return client.post(
        BATCH, json={"dashboard": "meeting.items", "do": do, "uids": [item.UID() for item in items], "wish": wish}
    )


@pytest.fixture()
def items(served):
    """Thirty drafts of the works that validate at once; four of them lack the category that the body requires."""
    sitting = served.sitting.as_user("secretary")
    document = sitting.college.document
    document["agenda"]["categories"] = [{"id": "works", "title": "Travaux"}]
    document["fields"]["required"] = {"draft": ["category"]}
    document["levels"] = document["levels"][:1]
    document["labels"] = [{"id": "urgent", "title": "Urgent"},
                          {"id": "inner", "title": "Interne", "edits": "managers", "sees": "managers"}]  # fmt: skip
    configure(sitting.college, document, "secretary")
    sitting.as_user("creator")
    made = [sitting.item(title=f"Point {number:02}", unit="TRA", category=None if number % 8 == 3 else "works")
            for number in range(30)]  # fmt: skip
    transaction.commit()
    return made


@pytest.mark.requirement("meeting:AC-79", "meeting:DSH-3", "core:DSH-2", "core:1.20")
def test_twenty_six_of_thirty_are_validated_and_each_person_gets_one_mail(served, items):
    transaction.begin()
    before = {one.id for one in letters(api.portal.get())}
    answer = ask(served("creator"), "transition", items, transition="validate")
    told = answer.json()
    assert (answer.status_code, len(told["done"]), len(told["not_done"])) == (200, 26, 4), told
    lacking = [one for one in items if one.category is None]
    assert [one["uid"] for one in told["not_done"]] == [one.UID() for one in lacking]
    assert {why["code"] for one in told["not_done"] for why in one["refusals"]} == {"items.required_missing"}
    transaction.begin()
    assert [by_uid(one.UID()).state for one in items].count("validated") == 26
    mails = [one.payload for one in letters(api.portal.get()) if one.id not in before and one.channel == "mail"]
    people = [one["to"] for one in mails]
    assert people and len(people) == len(set(people)), "one mail each"
    assert {one["body"].count("/point-") for one in mails} == {26}


@pytest.mark.requirement("meeting:DSH-3")
def test_lists_labels_files_and_removal_each_with_its_reasons(served, items):
    first, second, third = items[:3]
    third.state = "validated"
    third.reindexObject()
    third.reindexObjectSecurity()
    attach(first, "plan.txt", b"plan", title="Plan")
    attach(first, "zizanie.txt", b"secret", title="Zizanie", confidential=True)
    transaction.commit()
    creator = served("creator")
    fire, finance = unit_uid("URB"), unit_uid("FIN")
    charged = ask(creator, "meeting.in_charge", [first, second, third], change="add", values=[fire, finance])
    golden("dashboard-batch-post", charged)
    assert [len(charged.json()[key]) for key in ("done", "not_done")] == [2, 1]
    assert charged.json()["not_done"][0]["refusals"][0]["code"] == "items.not_edited_now"
    ask(creator, "meeting.in_charge", [first], change="remove", values=[fire])
    again = ask(creator, "meeting.in_charge", [second], change="replace", values=[fire, finance]).json()
    assert again["not_done"][0]["refusals"][0]["code"] == "items.already_so"
    transaction.begin()
    assert [by_uid(one.UID()).services_in_charge for one in items[:2]] == [[finance], [fire, finance]]
    assert codes(ask(creator, "meeting.in_charge", [first], change="odd", values=["gone"], more=1)) == (
        409, [("body.unknown", "more"), ("acts.choice", "change"), ("acts.choice", "values")])  # fmt: skip
    packed = ask(creator, "files", [first, second], **{"as": "zip"}).json()
    assert len(zipfile.ZipFile(io.BytesIO(b64decode(packed["data"]))).namelist()) == 2
    assert codes(ask(creator, "rights", [first])) == (409, [("acts.unknown", "do")])
    assert codes(ask(served("counter"), "files", [first], **{"as": "zip"})) == (409, [("acts.none", "uids")])
    gone = ask(creator, "meeting.delete", [second, third], sure="yes").json()
    assert gone["done"] == [second.UID()] and gone["not_done"][0]["uid"] == third.UID()


@pytest.mark.requirement("meeting:DSH-3", "meeting:DSH-1")
def test_labels_of_all_and_labels_of_one_person(served, items):
    creator, worker, item = served("creator"), served("worker"), items[0]
    where = f"{path_of(item)}/@labels"
    ask(creator, "meeting.labels", items[:3], change="put", labels=["follow", "urgent"])
    ask(creator, "meeting.labels", items[:2], change="put", labels=["read"])
    counts = {}
    for name, client in (("creator", creator), ("worker", worker)):
        listed = lambda search: client.get(f"{BOARD}?search={search}").json()["items_total"]  # noqa: B023, E731
        counts[name] = [listed("followed"), listed("unread")]
    assert counts == {"creator": [3, 28], "worker": [0, 30]}
    lines = {line["id"]: line["on"] for line in worker.get(where).json()["labels"]}
    assert lines == {"urgent": True, "read": False, "follow": False}
    refused = worker.post(where, json={"inner": True, "follow": True})
    golden("labels-post-refused", refused)
    assert codes(refused) == (409, [("labels.unknown", "inner")])
    assert served("secretary").post(where, json={"inner": True}).status_code == 200
    told = [served(name).get(f"{path_of(item)}/@item").json()["fields"]["labels"] for name in ("secretary", "worker")]
    assert told == [["urgent", "inner"], ["urgent"]]
    assert worker.get("@search?portal_type=meeting_item&item_labels=inner").json()["items_total"] == 0
    assert served("counter").post(where, json={"follow": True}).status_code == 404


@pytest.mark.requirement("meeting:DSH-3")
def test_a_long_batch_is_done_beside_the_requests(served, items):
    sitting = served.sitting.as_user("creator")
    for number in range(75):
        sitting.item(title=f"Encore {number:03}", unit="TRA")
    transaction.commit()
    every = [brain.getObject() for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting_item")]  # fmt: skip
    answer = ask(served("creator"), "meeting.labels", every, change="put", labels=["follow"])
    assert answer.status_code == 202
    transaction.begin()
    jobs.run(api.portal.get())
    job = jobs.job(api.portal.get(), answer.json()["job"])
    assert job.finished and job.results[0].message.splitlines()[0].endswith("0.")
    assert served("creator").get(f"{BOARD}?search=followed").json()["items_total"] == len(every)


@pytest.mark.requirement("meeting:DSH-3", "meeting:DSH-4")
def test_on_the_page_the_form_says_what_was_done(served, items):
    page = served("creator").get(f"meetings/college/@@dashboard/meeting.items?uids={items[0].UID()}"
                                 "&action=meeting.labels", headers={"Accept": "text/html"}).text  # fmt: skip
    assert "<fieldset" in page and 'name="form.widgets.labels:list"' in page and "Point 00" in page
    item = served("creator").get(path_of(items[0]), headers={"Accept": "text/html"}).text
    assert "@@label-act" in item and 'id="label-urgent"' in item and 'id="label-inner"' not in item
