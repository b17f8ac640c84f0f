"""What citizens see follows the meeting; one item may be taken off, and nothing closed ever leaves."""

from dataclasses import replace

import pytest
import transaction
from zope.component import getGlobalSiteManager
from zope.event import notify

from commune.core.events import MeetingPublished
from commune.core.workflow.annexes import attach
from commune.meeting.rules.attendance import Member
from commune.meeting.rules.votes import Value
from commune.meeting.workflow.session import enter_votes, set_members
from commune.meeting.workflow.texts import rich


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


@pytest.fixture()
def letters():
    got = []
    manager = getGlobalSiteManager()
    manager.registerHandler(got.append, (MeetingPublished,))
    yield got
    manager.unregisterHandler(got.append, (MeetingPublished,))


@pytest.fixture()
def world(served, letters):
    """A published agenda of the Council: an open item with two files, and a closed one with a publishable file."""
    sitting = served.sitting.as_user("secretary")
    served.meeting = sitting.meeting(2027, 1, 28, 20, body=sitting.council)
    served.open = sitting.item(title="Trottoirs", body=sitting.council)
    served.closed = sitting.item(title="Xylophone", body=sitting.council, privacy="secret")
    served.plan = attach(served.open, "plan.txt", b"plan", title="Plan", publishable=True)
    attach(served.open, "note.txt", b"note", title="Zizanie")
    attach(served.closed, "sanction.txt", b"sanction", title="Xylophone", publishable=True)
    for item in (served.open, served.closed):
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    sitting.go(served.meeting, "freeze", "publish")
    transaction.commit()
    served.letters = letters
    return served


@pytest.mark.requirement("meeting:PUB-1", "meeting:PUB-2", "meeting:PUB-5", "meeting:AC-83")
def test_a_closed_item_never_leaves_even_with_a_file_marked_publishable(world):
    (letter,) = world.letters
    (item,) = letter.items
    assert (letter.stage, item.title, item.decision) == ("project", "Trottoirs", "<p>Le Collège marque son accord.</p>")
    assert [(file.title, file.mime) for file in item.files] == [("Plan", "text/plain")]
    assert "Xylophone" not in repr(letter) and "Zizanie" not in repr(letter)
    page = f"vie-politique/{world.meeting.UID()}"
    told = "".join(world().get(f"{page}{end}", headers={"Accept": "text/html"}).text for end in ("", "?format=ttl"))
    assert "Trottoirs" in told and "Xylophone" not in told and "Zizanie" not in told


@pytest.mark.requirement("meeting:PUB-2")
def test_only_published_files_are_served_and_only_as_long_as_they_may(world):
    page = f"vie-politique/{world.meeting.UID()}/@@file"
    nobody, raw = world(), {"Accept": "*/*"}
    note = next(annex for annex in world.open.objectValues() if annex.title == "Zizanie")
    assert nobody.get(f"{page}/{world.plan.UID()}", headers=raw).content == b"plan"
    assert {nobody.get(f"{page}{end}", headers=raw).status_code for end in ("", "/x", f"/{note.UID()}")} == {404}
    world.plan.publishable = False
    transaction.commit()
    assert nobody.get(f"{page}/{world.plan.UID()}", headers=raw).status_code == 404


def change(world, item, fields):
    """The secretary changes what he has just read."""
    client, path = world("secretary"), path_of(item)
    tag = client.get(path).headers["ETag"]
    return client.call("PATCH", path, json=fields, headers={"If-Match": tag})


@pytest.mark.requirement("meeting:PUB-3")
def test_a_correction_is_sent_and_a_change_of_nothing_public_is_not(world):
    answer = change(world, world.open, {"title": "Trottoirs et égouts"})
    assert answer.status_code == 204
    assert [item.title for item in world.letters[-1].items] == ["Trottoirs et égouts"]
    assert [letter.serial for letter in world.letters] == [1, 2]
    change(world, world.closed, {"title": "Xylophone 2"})
    assert len(world.letters) == 2
    transaction.begin()
    found = world("secretary").get(f"{path_of(world.meeting)}/@publication").json()
    assert (found["stage"], found["serial"], found["answered"], found["refusals"]) == ("project", 2, 2, [])
    assert [(line["title"], line["status"]) for line in found["items"]] == [
        ("Trottoirs et égouts", "confirmed"),
        ("Xylophone 2", "closed"),
    ]


@pytest.mark.requirement("meeting:PUB-3")
def test_an_item_is_taken_off_with_a_reason_and_published_again(world):
    path, uid = f"{path_of(world.meeting)}/@publication", world.open.UID()
    wish = {"do": "withdraw", "item": uid, "reason": "Donnée personnelle"}
    assert world("secretary").post(path, json={**wish, "reason": " "}).status_code == 409
    assert world("secretary").post(path, json={**wish, "item": "x"}).status_code == 409
    assert world("secretary").post(path, json={"do": "burn", "item": uid}).status_code == 400
    done = world("secretary").post(path, json=wish).json()
    assert [(line["status"], line["why"]) for line in done["items"]] == [("withdrawn", wish["reason"]), ("closed", "")]
    page = world().get(f"vie-politique/{world.meeting.UID()}", headers={"Accept": "text/html"}).text
    assert "Donnée personnelle" in page and "Trottoirs" not in page
    assert (
        world("secretary").post(path, json={"do": "restore", "item": uid}).json()["items"][0]["status"] == "confirmed"
    )
    assert world("secretary").post(path, json={"do": "restore", "item": uid}).status_code == 409


@pytest.mark.requirement("meeting:AC-83", "meeting:PUB-2")
@pytest.mark.parametrize("forced", ["file", "closed"])
def test_what_may_not_be_public_is_refused_as_a_whole_and_the_sending_reported(world, forced):
    (letter,) = world.letters
    (item,) = letter.items
    bad = replace(item.files[0], uid="forced", title="Zizanie", publishable=False)
    broken = replace(item, files=(*item.files, bad)) if forced == "file" else replace(item, uid="zz", closed=True)
    world.meeting.publication_serial = 2
    notify(replace(letter, serial=2, title="Autre", items=(item, replace(broken, title="Zizanie"))))
    transaction.commit()
    page = world().get(f"vie-politique/{letter.meeting}", headers={"Accept": "text/html"}).text
    assert "Zizanie" not in page and "Trottoirs" in page and "Autre" not in page
    told = world("secretary").get(f"{path_of(world.meeting)}/@publication").json()
    code = "publication.closed_item" if forced == "closed" else "publication.file_not_publishable"
    assert [refusal["code"] for refusal in told["refusals"]] == [code]
    assert [line["status"] for line in told["items"]] == ["refused", "closed"]


@pytest.mark.requirement("meeting:NFR-2")
def test_only_managers_of_the_body_publish(world):
    path = f"{path_of(world.meeting)}/@publication"
    wish = {"do": "withdraw", "item": world.open.UID(), "reason": "x"}
    told = {name: (world(name).get(path).status_code, world(name).post(path, json=wish).status_code)
            for name in ("creator", "councillor", "finance", None)}  # fmt: skip
    assert {code for pair in told.values() for code in pair} <= {401, 403, 404, 409}
    assert len(world.letters) == 1


@pytest.mark.requirement("meeting:PUB-1", "meeting:LOD-2")
def test_decisions_say_who_was_there_and_name_votes_of_public_polls_only(world):
    sitting = world.sitting.as_user("secretary")
    mandates = ("m1", "m2", "m3")
    set_members(world.meeting, [Member(uid) for uid in mandates], "secretary")
    sitting.go(world.meeting, "open_session", "decide")
    world.open.decision = rich('<p>Accord de <span class="personal-data">Zoé</span>.</p>')
    enter_votes(world.open, 0, dict(zip(mandates, (Value.YES, Value.YES, Value.NO), strict=True)), "secretary")
    sitting.go(world.open, "accept").go(world.closed, "accept")
    before = world.letters[-1]
    assert (before.stage, before.present, before.items[0].polls) == ("project", (), ())
    assert "Zoé" not in repr(world.letters) and before.items[0].decision == "<p>Le Collège marque son accord.</p>"
    sitting.go(world.meeting, "publish_decisions")
    last = world.letters[-1]
    (item,) = last.items
    assert (last.stage, last.present, last.chair, item.outcome) == ("decisions", mandates, "m1", "accepted")
    assert item.present == mandates and "Zoé" not in repr(last) and "█" in item.decision
    (poll,) = item.polls
    assert (poll.secret, poll.verdict, poll.count("yes"), poll.voters("no")) == (False, "adopted", 2, ("m3",))
