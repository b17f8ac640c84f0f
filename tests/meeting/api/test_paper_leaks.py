"""What the page refuses, no document tells: of closed items, of decisions under writing, of confidential opinions."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
import transaction
from plone import api

from commune.core.content.journal import Journal
from commune.core.rules.opinions import Sense
from commune.core.workflow.actor import current_actor
from commune.meeting.content.opinions import keep_opinion_files, opinion_files
from commune.meeting.rules.opinions import give
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.opinion_writing import set_confidential
from commune.meeting.workflow.opinions import refresh
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import rich
from tests.meeting.api.test_leaks import STATES, path_of, world  # noqa: F401

HTML = {"Accept": "text/html"}


def documents(client, dossier):
    """Every document offered on the page of the dossier, by id, as its words."""
    page = client.get(path_of(dossier), headers=HTML).text
    found = {}
    for name in sorted(set(re.findall(r"@@paper\?id=([a-z._]+)&amp;form=odt", page))):
        answer = client.get(f"{path_of(dossier)}/@@paper?id={name}&form=odt", headers=HTML)
        assert (name, answer.status_code) == (name, 200)
        with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
            found[name] = re.sub("<[^>]+>", " ", package.read("content.xml").decode())
    return found


def told(found):
    return " ".join(found.values())


@pytest.mark.requirement("meeting:AC-77", "meeting:DOC-2")
def test_a_closed_item_is_in_no_document_of_an_observer_without_the_flag(world):  # noqa: F811
    world.closed.description = rich("<p>Zizanie</p>")
    transaction.commit()
    mine = documents(world("councillor"), world.meeting)
    assert set(mine) == {"meeting.agenda_public"}
    assert "Trottoirs" in told(mine) and "Xylophone" not in told(mine) and "Zizanie" not in told(mine)
    whole = documents(world("secretary"), world.meeting)
    assert "Xylophone" in whole["meeting.agenda"] and "Zizanie" in whole["meeting.agenda_detailed"]
    assert "Xylophone" not in whole["meeting.agenda_public"] and "Xylophone" not in whole["meeting.publication"]
    for name in ("meeting.report", "meeting.history"):
        answer = world("councillor").get(f"{path_of(world.closed)}/@@paper?id={name}&form=odt", headers=HTML)
        assert answer.status_code == 404


@pytest.mark.requirement("meeting:AC-35", "meeting:DOC-2")
def test_a_decision_under_writing_is_in_no_document_but_those_of_the_managers(world):  # noqa: F811
    sitting, item = world.sitting.as_user("secretary"), world.open
    document = sitting.college.document
    document["adaptations"] = [*document["adaptations"], "hide_decisions_under_writing"]
    document["access"]["observers"][0] |= {"item_states": [*STATES, "accepted"], "meeting_states": ["decided"]}
    configure(sitting.college, document, "secretary")
    item.motivation, item.decision = rich("<p>Attendu zizanie</p>"), rich("<p>Décide zizanie</p>")
    sitting.go(world.meeting, "decide").go(item, "accept")
    transaction.commit()
    for name in ("councillor", "creator"):
        papers = documents(world(name), item)
        assert "meeting.report" in papers and "meeting.extract" not in papers and "zizanie" not in told(papers)
    assert "zizanie" not in told(documents(world("councillor"), world.meeting))
    assert "zizanie" in documents(world("secretary"), item)["meeting.extract"]
    assert "zizanie" in documents(world("secretary"), world.meeting)["meeting.deliberations"]
    kept = world("secretary").post(f"{path_of(item)}/@documents", json={"document": "meeting.extract", "format": "odt"})
    assert kept.status_code == 409
    assert [one["code"] for one in kept.json()["error"]["refusals"]] == ["document.withheld"]


@pytest.mark.requirement("meeting:AC-69", "meeting:DOC-2", "meeting:HIS-1")
def test_a_confidential_opinion_is_in_the_documents_of_its_advisers_and_managers_alone(world):  # noqa: F811
    item = world.open
    document = world.sitting.college.document
    document["opinions"]["view"] = STATES
    for row in document["opinions"]["rows"]:
        row["service"] = "TRA" if row["id"].startswith("finance") else row["service"]
    configure(world.sitting.college, document, "secretary")
    item.optional_advisers = ["TRA"]
    refresh(item, settings_of(item))
    file = opinion_files(item)["TRA"]
    opinion = give(file.opinion, Sense.NEGATIVE, "<p>Zizanie</p>", item.created().asdatetime(), "adviser", {})
    keep_opinion_files(item, {"TRA": replace(file, opinion=opinion, row="finance_10")})
    transaction.commit()
    open_one = documents(world("councillor"), item)
    assert "Zizanie" in open_one["meeting.report"] and "Zizanie" in open_one["meeting.finance_advice"]
    transaction.begin()
    set_confidential(item, "TRA", True, current_actor(world.sitting.as_user("secretary") and item))
    transaction.commit()
    papers = documents(world("councillor"), item)
    unit = api.content.find(portal_type="organisation_unit", unit_code="TRA")[0].Title
    assert "meeting.finance_advice" not in papers and "Zizanie" not in told(papers) and unit not in told(papers)
    for name in ("adviser", "secretary"):
        assert "Zizanie" in documents(world(name), item)["meeting.finance_advice"]
    assert "Zizanie" not in told(documents(world("councillor"), world.meeting))
    assert "Défavorable" in documents(world("secretary"), world.meeting)["meeting.finance_synthesis"]
    transaction.begin()
    made = [entry.data["document"] for entry in Journal(item) if entry.kind == "document_made"]
    assert "meeting.finance_advice" in made
    known = {name: world(name).get(f"{path_of(item)}/@history").text for name in ("councillor", "secretary")}
    assert "meeting.report" in known["councillor"] and "meeting.finance_advice" not in known["councillor"]
    assert "meeting.finance_advice" in known["secretary"]
    kept = world("secretary").post(f"{path_of(item)}/@documents", json={"document": "meeting.report", "format": "odt"})
    assert kept.status_code == 409
