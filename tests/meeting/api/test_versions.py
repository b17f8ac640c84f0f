"""Changing items and meetings over HTTP: in the version that was read, all faults at once, and trials."""

import pytest
import transaction

from tests.golden import golden

ITEM = {"unit": "URB", "fields": {"title": "Trottoirs", "amount_excl_vat": "12000.50"}}
ITEMS = "meetings/college/@items"


def path_of(answer):
    return answer.json()["@id"].partition("/plone/")[2]


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


def places(answer):
    return answer.status_code, [one["place"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:API-5", "core:API-2", "core:API-3", "core:API-5")
def test_a_change_is_done_once_in_the_version_that_was_read(served):
    client = served("creator")
    path = path_of(client.post(ITEMS, json=ITEM))
    read = client.get(f"{path}/@item")
    tag, body = read.headers["ETag"], {"fields": {"title": "Trottoirs et égouts"}}
    assert client.get(path).headers["ETag"] == tag == client.get(f"{path}/@item").headers["ETag"]
    assert client.get(f"{path}/@item", headers={"If-None-Match": tag}).status_code == 304
    assert (read.json()["currency"], read.json()["fields"]["amount_excl_vat"]) == ("EUR", "12000.50")
    assert "notes" not in read.json()["fields"] and "notes" in read.json()["hidden_fields"]
    for header in ({}, {"If-Match": "*"}):
        answer = client.call("PATCH", f"{path}/@item", json=body, headers=header)
        assert codes(answer) == (428, ["version.needed"]) and answer.headers["ETag"] == tag
    first = client.call("PATCH", f"{path}/@item", json=body, headers={"If-Match": tag})
    golden("item-patch", first)
    assert (first.status_code, first.json()["fields"]["title"]) == (200, "Trottoirs et égouts")
    for verb, end in (("PATCH", "/@item"), ("PATCH", ""), ("POST", "/@transitions"), ("DELETE", "")):
        lost = client.call(verb, f"{path}{end}", json=body, headers={"If-Match": tag})
        assert (codes(lost), lost.headers["ETag"]) == ((412, ["version.stale"]), first.headers["ETag"]), (verb, end)
    golden("item-patch-stale", client.call("PATCH", f"{path}/@item", json=body, headers={"If-Match": tag}))
    plain = client.call("PATCH", path, json={"description": "<p>x<script>y</script></p>"},
                        headers={"If-Match": first.headers["ETag"]})  # fmt: skip
    assert (plain.status_code, plain.headers["ETag"]) == (204, client.get(path).headers["ETag"])
    assert "script" not in client.get(path).json()["fields"]["description"]
    lines = [entry["kind"] for entry in client.get(f"{path}/@journal").json()["items"]]
    assert lines.count("edited") == 2


@pytest.mark.requirement("meeting:API-5", "core:API-3")
def test_all_faults_at_once_nothing_changed_and_no_more_than_the_account_may(served):
    client = served("creator")
    path = path_of(client.post(ITEMS, json=ITEM))
    tag = {"If-Match": client.get(path).headers["ETag"]}
    wrong = {"fields": {"colour": "red", "amount_excl_vat": "many", "notes": "x", "title": "", "decide_before": "hier"}}
    answer = client.call("PATCH", f"{path}/@item", json=wrong, headers=tag)
    assert places(answer) == (
        400, ["colour", "amount_excl_vat", "notes", "title", "decide_before"])  # fmt: skip
    assert client.get(path).headers["ETag"] == tag["If-Match"]
    assert served("finance").call("PATCH", f"{path}/@item", json=wrong, headers=tag).status_code == 404
    client.post(f"{path}/@transitions", json={"transition": "propose_to_head"})
    now = {"If-Match": client.get(path).headers["ETag"]}
    denied = client.call("PATCH", f"{path}/@item", json={"fields": {"title": "x"}}, headers=now)
    assert denied.status_code in (401, 403) and denied.json()["error"]["type"] == denied.json()["type"]


@pytest.mark.requirement("meeting:API-5", "meeting:API-1")
def test_meetings_are_planned_read_and_changed(served):
    client, made = served("secretary"), {"fields": {"date": "2027-01-11T09:00:00+01:00", "place": "Salle"}}
    answer = client.post("meetings/college/@meetings", json=made)
    golden("meetings-post", answer)
    path = path_of(answer)
    assert (answer.status_code, answer.json()["fields"]["date"]) == (201, "2027-01-11T09:00:00+01:00")
    assert codes(client.post("meetings/college/@meetings", json=made)) == (409, ["meetings.date_taken"])
    faults = client.post("meetings/college/@meetings", json={"fields": {"date": "hier", "colour": 1}})
    assert places(faults) == (400, ["date", "colour"])
    assert codes(served("creator").post("meetings/college/@meetings", json=made))[0] == 409
    tag = client.get(f"{path}/@meeting").headers["ETag"]
    new = {"fields": {"place": "Salle des mariages", "end": "2027-01-11T08:00:00+01:00"}}
    bad = client.call("PATCH", f"{path}/@meeting", json=new, headers={"If-Match": tag})
    assert codes(bad) == (409, ["meetings.end_before_start"])
    good = client.call("PATCH", f"{path}/@meeting", json={"fields": {"place": "Salle 2"}}, headers={"If-Match": tag})
    assert (good.status_code, good.json()["fields"]["place"]) == (200, "Salle 2")
    assert client.call("PATCH", path, json={"place": "x"}, headers={"If-Match": tag}).status_code == 412
    assert client.get("meetings/college/@meetings").json()["items"][0]["date"] == "2027-01-11T08:00:00+00:00"


@pytest.mark.requirement("meeting:API-5")
def test_pages_are_stable_while_items_come_in(served):
    client = served("creator")
    for number in range(3):
        client.post(ITEMS, json={"unit": "URB", "fields": {"title": f"Point {number}"}})
    first = client.get(f"{ITEMS}?limit=2&item_privacy=public").json()
    client.post(ITEMS, json={"unit": "URB", "fields": {"title": "Point 3"}})
    rest = client.get(first["next"].partition("/plone/")[2]).json()
    assert [[row["title"] for row in page["items"]] for page in (first, rest)] == [["Point 2", "Point 1"], ["Point 0"]]
    assert (first["items_total"], rest["items_total"], rest["next"]) == (3, 4, None)
    bad = client.get(f"{ITEMS}?limit=0&cursor=x")
    assert places(bad) == (400, ["cursor", "limit"])
    far = client.get(f"{ITEMS}?external_id=urban:1")
    client.post(ITEMS, json={**ITEM, "external_id": "urban:1"})
    again = client.get(f"{ITEMS}?external_id=urban:1")
    assert [len(one.json()["items"]) for one in (far, again)] == [0, 1]


@pytest.mark.requirement("meeting:API-5")
def test_a_trial_checks_everything_and_writes_nothing(served):
    client = served("creator")
    trial = client.post(f"{ITEMS}?dry_run=1", json=ITEM)
    assert (trial.status_code, trial.headers["Dry-Run"], "Location" in trial.headers) == (200, "true", False)
    assert codes(client.post(ITEMS, json={"unit": "URB", "fields": {}}, headers={"Dry-Run": "true"}))[0] == 409
    assert client.get(ITEMS).json()["items_total"] == 0
    assert places(client.post(f"{ITEMS}?dry_run=perhaps", json=ITEM)) == (400, ["dry_run"])
    path = path_of(client.post(f"{ITEMS}?dry_run=0", json=ITEM))
    assert client.call("DELETE", path, headers={"Dry-Run": "1"}).status_code == 204
    assert client.get(path).status_code == 200
    transaction.begin()
