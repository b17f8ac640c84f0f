"""Many documents of a meeting in one go: asked over HTTP, made by the worker, fetched by who asked."""

import io
import zipfile
from html import unescape

import pytest
import transaction

from commune.core.documents.overrides import keep_override
from commune.core.documents.package import pack
from commune.core.documents.source import body
from commune.core.workflow import worker
from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import by_uid, children
from tests.golden import golden
from tests.meeting.api.test_leaks import observers, path_of

HTML = {"Accept": "text/html"}


@pytest.fixture()
def world(served):
    """A decided meeting: two items accepted, the closed one too, one without decision."""
    sitting = served.sitting.as_user("secretary")
    observers(sitting, item_states=["accepted", "frozen"], meeting_states=["decided"])
    served.meeting = sitting.meeting(2027, 1, 11, 9)
    served.items = [sitting.item(title=title) for title in ("Trottoirs", "Éclairage", "Reste")]
    served.items.append(sitting.item(title="Xylophone", privacy="secret"))
    for item in served.items:
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    sitting.go(served.meeting, "freeze", "decide")
    for item in (served.items[0], served.items[1], served.items[3]):
        sitting.go(item, "accept")
    attach(served.items[0], "plan.txt", b"plan", title="Plan")
    attach(served.items[0], "note.txt", b"zizanie", title="Zizanie", confidential=True)
    transaction.commit()
    return served


def ask(world, name, **wish):
    return world(name).post(f"{path_of(world.meeting)}/@document-batch", json=wish)


def made(world, answer):
    """The job once the worker has been round."""
    transaction.begin()
    worker.work(world.sitting.portal.aq_parent)
    transaction.begin()
    return answer.headers["Location"].partition("/plone/")[2]


def names(world, name, job):
    answer = world(name).get(f"@@job-zip?id={job.rpartition('/')[2]}", headers=HTML)
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


@pytest.mark.requirement("meeting:DOC-6")
def test_all_the_deliberations_are_made_beside_and_fetched_by_who_asked(world):
    offers = world("secretary").get(f"{path_of(world.meeting)}/@document-batch").json()["items"]
    assert {"papers", "agenda_annexes", "meeting.extract", "meeting.report"} <= {one["id"] for one in offers}
    asked = ask(world, "secretary", batch="meeting.extract", format="odt")
    golden("document_batch_post", asked)
    assert asked.status_code == 202 and asked.json()["done"] == 0 and asked.json()["finished"] is False
    job = made(world, asked)
    state = world("secretary").get(job)
    golden("job_get", state)
    assert [(one["state"], one["title"]) for one in state.json()["elements"]] == [
        ("done", "001 Trottoirs – Extrait de la délibération"),
        ("done", "002 Éclairage – Extrait de la délibération"),
        ("done", "004 Xylophone – Extrait de la délibération"),
    ]
    assert names(world, "secretary", job) == [
        "001 Trottoirs – Extrait de la délibération.odt",
        "002 Éclairage – Extrait de la délibération.odt",
        "004 Xylophone – Extrait de la délibération.odt",
    ]
    for other in ("councillor", "creator", "finance", None):
        for path in (job, f"@@job?id={state.json()['id']}", f"@@job-zip?id={state.json()['id']}"):
            assert world(other).get(path).status_code in ((401, 404) if other is None else (404,)), (other, path)
    assert world("councillor").get("@jobs").json()["items"] == []


@pytest.mark.requirement("meeting:DOC-6", "meeting:AC-77")
def test_an_observer_gets_the_documents_of_what_he_reads_and_no_other(world):
    asked = ask(world, "councillor", batch="agenda_annexes", format="odt")
    job = made(world, asked)
    assert [one["title"] for one in world("councillor").get(job).json()["elements"]] == [
        "000 Ordre du jour",
        "001-1 Plan",
    ]
    assert names(world, "councillor", job) == ["000 Ordre du jour.odt", "001-1 Plan.txt"]
    whole = names(world, "secretary", made(world, ask(world, "secretary", batch="agenda_annexes", format="odt")))
    assert whole == ["000 Ordre du jour.odt", "001-1 Plan.txt", "001-2 Zizanie.txt"]
    refused = ask(world, "councillor", batch="meeting.extract", items=[world.items[3].UID()], format="odt")
    assert (refused.status_code, refused.json()["error"]["refusals"][0]["code"]) == (409, "batch.not_here")
    sitting = world.sitting.as_user("secretary")
    observers(sitting, item_states=["validated"], meeting_states=[])
    transaction.commit()
    assert [one["state"] for one in world("councillor").get(job).json()["elements"]] == ["withheld", "withheld"]
    assert names(world, "councillor", job) == []


@pytest.mark.requirement("meeting:DOC-6", "core:GEN-1")
def test_a_failure_names_template_field_and_item_and_the_others_are_made(world):
    keep_override(
        world.sitting.portal, "meeting.extract", pack(body("# {item.title}\n%if item.closed\n{item.nothing}\n%end"))
    )
    transaction.commit()
    uids = [item.UID() for item in world.items]
    job = made(world, ask(world, "secretary", batch="meeting.extract", items=uids, format="odt"))
    states = world("secretary").get(job).json()
    assert (states["done"], states["failed"], states["total"], states["finished"]) == (4, 2, 4, True)
    undecided, faulty = (one for one in states["elements"] if one["state"] == "failed")
    assert undecided["title"].startswith("003 Reste") and undecided["refusals"][0]["code"] == "document.unknown"
    (fault,) = faulty["refusals"]
    assert faulty["title"].startswith("004 Xylophone") and fault["data"]["template"] == "meeting.extract"
    assert "item.nothing" in fault["data"]["place"]
    page = unescape(world("secretary").get(f"@@job?id={states['id']}", headers=HTML).text)
    assert "item.nothing" in page and "4 traités sur 4" in page and "004 Xylophone" in page


@pytest.mark.requirement("meeting:DOC-6", "core:GEN-2")
def test_what_is_kept_is_kept_once_however_often_it_is_asked(world):
    for _time in range(2):
        job = made(world, ask(world, "secretary", batch="meeting.extract", format="odt", keep=True))
    annexes = [annex for annex in children(world.items[0], "annex") if annex.document == "meeting.extract"]
    assert len(annexes) == 1 and annexes[0].version == 2
    assert by_uid(world("secretary").get(job).json()["elements"][0]["annex"]).UID() == annexes[0].UID()


def test_every_fault_at_once_and_nobody_else(world):
    answer = ask(world, "secretary", batch="meeting.nothing", items=["x", "y"], format="odt")
    assert [one["code"] for one in answer.json()["error"]["refusals"]] == [
        "batch.unknown",
        "batch.not_here",
        "batch.not_here",
    ]
    refused = ask(world, "secretary", batch="meeting.extract", items=[], format="doc").json()["error"]["refusals"]
    assert [one["code"] for one in refused] == ["batch.none", "document.format"]
    assert ask(world, "secretary", items="x").status_code == 400
    assert ask(world, "finance", batch="meeting.extract").status_code == 404
    assert ask(world, None, batch="meeting.extract").status_code in (401, 404)


def test_the_screen_asks_shows_and_keeps_what_was_typed(world):
    secretary = world("secretary")
    where = path_of(world.meeting)
    assert "@@document-batch" in secretary.get(where, headers=HTML).text
    page = secretary.get(f"{where}/@@document-batch", headers=HTML).text
    token = page.split('name="_authenticator" value="')[1].split('"')[0]
    form = {"batch": "meeting.extract", "which": "some", "form": "odt", "_authenticator": token}
    refused = secretary.post(f"{where}/@@document-batch", data=form, headers=HTML)
    assert refused.status_code == 409 and "aucun document" in refused.text
    form |= {"items:list": world.items[1].UID()}
    answer = secretary.post(f"{where}/@@document-batch", data=form, headers=HTML)
    assert answer.status_code == 200 and "@@job?id=" in answer.url and "0 traité" in unescape(answer.text)
    assert "Extrait de la délibération" in unescape(secretary.get("@@jobs", headers=HTML).text)
