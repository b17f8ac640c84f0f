"""The read interface of OParl 1.1, asked by nobody in particular."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from zope.event import notify

from commune.core.content.clock import now
from commune.core.events import MeetingWithdrawn, Withdrawal
from tests.website.browser.conftest import ask, site  # noqa: F401  the fixtures of the public pages
from tests.website.browser.test_linked_data import OTHER, letter

SCHEMAS = json.loads((Path(__file__).parent.parent / "shapes/oparl.json").read_text())
KINDS = ("Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation", "File", "Location")
ROOT = "http://localhost/plone/oparl"


def check(kind, data):
    Draft202012Validator({"$ref": f"#/$defs/{kind}", **SCHEMAS}).validate(data)


@pytest.fixture()
def read(ask):  # noqa: F811
    def answered(path="", query="", status=200):
        answer = ask(f"oparl/{path}".rstrip("/"), query, HTTP_ACCEPT="application/json")
        assert (answer.status, answer.headers["access-control-allow-origin"]) == (status, "*")
        return json.loads(answer.text)

    return answered


@pytest.mark.requirement("meeting:LOD-3")
def test_every_object_that_can_be_reached_keeps_its_schema(site, read):  # noqa: F811
    notify(letter())
    system = read()
    check("System", system)
    bodies = read("Body")
    check("list", bodies)
    check("Body", bodies["data"][0])
    assert system["body"] == f"{ROOT}/Body" and bodies["data"][0]["id"] == f"{ROOT}/Body/self"
    for kind in KINDS:
        listed = read(kind)
        check("list", listed)
        for one in listed["data"]:
            check(kind, one)
        for one in listed["data"][:1]:
            assert read(one["id"].removeprefix(f"{ROOT}/")) == one
    assert read("LegislativeTerm")["data"] == []
    assert len(read("Person")["data"]) == 20 and "@example.org" not in json.dumps(read("Person"))
    assert [one["number"] for one in read("Meeting/m")["agendaItem"]] == ["7.1", "8"]


@pytest.mark.requirement("meeting:AC-87", "meeting:LOD-3")
def test_a_withdrawn_item_answers_deleted_and_the_list_of_changes_tells_it(site, read):  # noqa: F811
    notify(letter())
    before = read("AgendaItem/i1")
    notify(letter(serial=2, items=(OTHER,), withdrawn=(Withdrawal("i1", "Erreur"),)))
    gone = read("AgendaItem/i1")
    check("deleted", gone)
    assert (gone["created"], gone["modified"] > before["modified"]) == (before["created"], True)
    since = f"modified_since={(now() - timedelta(days=1)).isoformat().replace('+', '%2B')}"
    assert gone in read("AgendaItem", since)["data"]
    assert [one["id"] for one in read("AgendaItem")["data"]] == [f"{ROOT}/AgendaItem/i2"]
    assert [one["id"] for one in read("Meeting/m")["agendaItem"]] == [f"{ROOT}/AgendaItem/i2"]
    assert "Budget" not in json.dumps([read(kind, since) for kind in KINDS])
    notify(MeetingWithdrawn("m", 3, "Retirée"))
    check("deleted", read("Meeting/m"))
    assert read("Meeting")["data"] == [] and len(read("Meeting", since)["data"]) == 1


def test_pages_filters_and_faults(site, read):  # noqa: F811
    notify(letter())
    page = read("Person", "elementsPerPage=5&page=2")
    assert (len(page["data"]), page["pagination"]["totalPages"]) == (5, 4)
    assert page["links"]["next"] == f"{ROOT}/Person?elementsPerPage=5&page=3"
    assert read("Meeting", "organization=college")["data"] == []
    assert "agendaItem" not in read("Meeting", "omit_internal=true")["data"][0]
    for path, query, status in (
        ("Person", "created_since=hier", 400),
        ("Unicorn", "", 404),
        ("Person/none", "", 404),
    ):
        check("Error", read(path, query, status))
