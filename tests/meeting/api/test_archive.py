"""The archive package of a closed meeting: made by the worker, whole, checked when it comes back."""

import io
import json
import zipfile
from html import unescape

import pytest
import transaction

from commune.core.content.journal import Journal
from commune.core.documents import pdf
from commune.core.rules.bags import against_bag
from commune.core.workflow import worker
from commune.core.workflow.annexes import attach
from tests.meeting.api.test_leaks import path_of

HTML = {"Accept": "text/html"}


@pytest.fixture()
def world(served, monkeypatch):
    """A closed meeting of two items with an annex, on a server that makes no PDF."""
    monkeypatch.setattr(pdf, "_program", lambda: None)
    sitting = served.sitting.as_user("secretary")
    served.meeting = sitting.meeting(2027, 1, 11, 9)
    served.items = [sitting.item(title=title) for title in ("Trottoirs", "Xylophone")]
    for item in served.items:
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    attach(served.items[0], "plan.txt", b"plan", title="Plan")
    sitting.go(served.meeting, "freeze", "decide")
    for item in served.items:
        sitting.go(item, "accept")
    transaction.commit()
    return served


@pytest.mark.requirement("meeting:DOC-8", "core:DSP-4")
def test_a_closed_meeting_is_packed_whole_and_checked(world):
    where = f"{path_of(world.meeting)}/@archive"
    early = world("secretary").post(where)
    assert (early.status_code, early.json()["error"]["refusals"][0]["code"]) == (409, "archive.not_closed")
    world.sitting.as_user("secretary").go(world.meeting, "close")
    transaction.commit()
    for name in ("councillor", "finance", None):
        assert world(name).post(where).status_code in (401, 404, 409), name
    asked = world("secretary").post(where)
    assert asked.status_code == 202
    transaction.begin()
    worker.work(world.sitting.portal.aq_parent)
    transaction.begin()
    job = world("secretary").get(asked.headers["Location"].partition("/plone/")[2]).json()
    assert [one["state"] for one in job["elements"]] == ["done"]
    data = world("secretary").get(f"@@job-file?id={job['id']}&number=0", headers=HTML).content
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    assert against_bag(files) == ()
    inside = {path.partition("/")[2]: content for path, content in files.items()}
    data_files = {"annexes/001/plan.txt", "data/journal.json", "data/sealed-texts.json", "documents/minutes.odt",
                  "documents/extracts/001.odt"}  # fmt: skip
    assert {"bagit.txt", "mets.xml", *(f"data/{path}" for path in data_files)} <= set(inside)
    linked = json.loads(inside["data/data/meeting.jsonld"])
    assert [one["name"] for one in linked["subEvent"]] == ["Trottoirs", "Xylophone"]
    kept = json.loads(inside["data/data/journal.json"])[world.meeting.UID()]
    assert kept[-1]["seal"] and "archive_made" in [entry.kind for entry in Journal(world.meeting)]
    page = world("secretary").get(f"{path_of(world.meeting)}/@@archive", headers=HTML)
    token = page.text.split('name="_authenticator" value="')[1].split('"')[0]
    said = [
        unescape(
            world("secretary")
            .post(
                f"{path_of(world.meeting)}/@@archive",
                data={"_authenticator": token},
                files={"file": ("archive.zip", sent)},
                headers=HTML,
            )
            .text
        )
        for sent in (data, b"nothing")
    ]
    assert "Le paquet est intact" in said[0] and "zip lisible" in said[1]
    assert "@@archive" in world("secretary").get(path_of(world.meeting), headers=HTML).text
