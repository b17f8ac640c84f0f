"""Documents as data: lists with stable codes, published schemas, everything in lines, then what changed since."""

import json

import pytest
from jsonschema import Draft202012Validator

ITEMS = "meetings/college/@items"


@pytest.mark.requirement("meeting:API-6")
def test_lists_are_published_with_codes_and_titles(served):
    lists = served("creator").get("meetings/college/@lists").json()
    assert (lists["categories"], lists["classifiers"]) == ([], [])
    names = ("list_types", "outcomes", "polls", "poll_values", "roles", "states", "opinion_senses", "privacies")
    assert all(lists[name] for name in names)
    outcome = next(one for one in lists["outcomes"] if one["code"] == "accepted")
    assert (outcome["titles"]["fr"], outcome["positive"], outcome["retired"]) == ("Accepté", True, False)
    assert {"yes", "no", "abstain"} <= {one["code"] for one in lists["poll_values"] if not one["retired"]}
    assert served("citizen").get("meetings/college/@lists").status_code == 404


@pytest.mark.requirement("meeting:API-6")
def test_everything_readable_comes_in_lines_that_keep_the_schema_and_the_feed_goes_on(served):
    client, secretary = served("creator"), served("secretary")
    secretary.post("meetings/college/@meetings", json={"fields": {"date": "2027-01-11T09:00:00+01:00"}})
    for number in range(3):
        fields = {"title": f"Point {number}", "amount_excl_vat": "12.50", "decide_before": "2027-02-01"}
        client.post(ITEMS, json={"unit": "URB", "fields": fields})
    first = client.get("meetings/college/@export?limit=2")
    assert first.headers["Content-Type"].startswith("application/x-ndjson")
    rest = client.get(first.links["next"]["url"].partition("/plone/")[2])
    lines = [
        json.loads(line)
        for answer in (first, rest, secretary.get("meetings/college/@export"))
        for line in answer.text.splitlines()
    ]
    assert sorted(line["@type"] for line in lines) == ["meeting", *["meeting_item"] * 6] and "next" not in rest.links
    schemas = {one["@id"].rpartition("/")[2]: one for one in served().get("@schemas").json()["items"]}
    for kind in ("meeting", "meeting_item"):
        schema = served().get(f"@schemas/{kind}/{schemas[kind]['version']}").json()
        Draft202012Validator.check_schema(schema)
        assert schema["$id"].endswith(f"@schemas/{kind}/1.0")
        for line in (one for one in lines if one["@type"] == kind):
            Draft202012Validator(schema).validate(line)
    assert served().get("@schemas/nothing").status_code == 404
    assert served("finance").get("meetings/college/@export").text == ""
    after = int(first.headers["Events-After"])
    client.post(ITEMS, json={"unit": "URB", "fields": {"title": "Point 4"}})
    assert [one["type"] for one in client.get(f"@events?after={after}").json()["items"]] == [
        "commune.meeting_item.created.v1"]  # fmt: skip
    assert secretary.get("meetings/college/@export?cursor=x").status_code == 400
