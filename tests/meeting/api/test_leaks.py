"""What the page refuses, no list, count, address, journal or endpoint tells."""

import json
from dataclasses import replace

import pytest
import transaction

from commune.core.rules.opinions import Sense
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import keep_opinion_files, opinion_files
from commune.meeting.rules.opinions import give
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.opinion_writing import set_confidential
from commune.meeting.workflow.opinions import refresh
from commune.meeting.workflow.settings import settings_of

STATES = ["validated", "presented", "frozen"]
OBSERVER = {"id": "observer", "title": "Observateurs", "item_states": STATES, "meeting_states": ["frozen"]}
READINGS = (
    "",
    "/@item",
    "/@votes",
    "/@history",
    "/@journal",
    "/@item-opinions",
    "/@annexes",
    "/@transitions",
    "/@follow-up",
    "/@tasks",
    "/@urgency",
    "/@interests",
    "/@deadlines",
)


BOARD = "meetings/college/@@dashboard/meeting.items"


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


@pytest.fixture()
def world(served):
    """A frozen meeting with an open item and a closed one; councillors observe what their profile shows."""
    sitting = served.sitting.as_user("secretary")
    observers(sitting)
    served.meeting = sitting.meeting(2027, 1, 11, 9)
    served.open, served.closed = sitting.item(title="Trottoirs"), sitting.item(title="Xylophone", privacy="secret")
    for item in (served.closed, served.open):
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    sitting.go(served.meeting, "freeze")
    transaction.commit()
    return served


def observers(sitting, **flags):
    document = sitting.college.document
    document["access"]["observers"] = [{**OBSERVER, **flags}]
    configure(sitting.college, document, "secretary")


def everything(client, world):
    """All that a person gets from the site about the meeting, as one text."""
    paths = [f"{path_of(item)}{name}" for item in (world.open, world.closed) for name in READINGS]
    paths += [f"{path_of(world.meeting)}/{name}" for name in ("", "@agenda", "@attendance", "@journal")]
    paths += ["meetings/college/@items", "@search?portal_type=meeting_item", "@search?SearchableText=Xylophone",
              "@search?portal_type=meeting_item&fullobjects=1", "meetings/college/@sent"]  # fmt: skip
    return {path: client.get(path) for path in paths}


@pytest.mark.requirement("meeting:AC-77", "meeting:ITM-17", "meeting:NFR-2")
def test_a_closed_item_does_not_exist_for_an_observer_without_the_flag(world):
    answers = everything(world("councillor"), world)
    told = "".join(answer.text for path, answer in answers.items() if path_of(world.closed) not in path)
    assert "Xylophone" not in told.replace("SearchableText=Xylophone", "") and world.closed.UID() not in told
    assert {answers[f"{path_of(world.closed)}{name}"].status_code for name in READINGS} == {404}
    assert answers["meetings/college/@items"].json()["items_total"] == 1
    assert len(answers[f"{path_of(world.meeting)}/@agenda"].json()["items"]) == 1
    assert answers["@search?SearchableText=Xylophone"].json()["items_total"] == 0
    assert "Xylophone" in world("secretary").get(f"{path_of(world.meeting)}/@agenda").text


@pytest.mark.requirement("meeting:AC-77", "meeting:ROL-4")
def test_with_the_flag_the_observer_reads_it_at_once(world):
    assert world("councillor").get(f"{path_of(world.closed)}/@item").status_code == 404
    observers(world.sitting.as_user("secretary"), closed_items=True)
    transaction.commit()
    client = world("councillor")
    assert client.get(f"{path_of(world.closed)}/@item").status_code == 200
    assert client.get("meetings/college/@items").json()["items_total"] == 2


@pytest.mark.requirement("meeting:AC-69", "meeting:ADV-13")
def test_a_confidential_opinion_is_known_to_its_advisers_only(world):
    item = world.open
    item.optional_advisers = ["TRA"]
    refresh(item, settings_of(item))
    file = opinion_files(item)["TRA"]
    opinion = give(file.opinion, Sense.NEGATIVE, "<p>Zizanie</p>", item.created().asdatetime(), "adviser", {})
    keep_opinion_files(item, {"TRA": replace(file, opinion=opinion)})
    document = world.sitting.college.document
    document["opinions"]["view"] = STATES
    configure(world.sitting.college, document, "secretary")
    transaction.commit()
    assert "Zizanie" in world("councillor").get(f"{path_of(item)}/@item-opinions").text
    assert "Zizanie" in on_screen(world("councillor"), item)
    set_confidential(item, "TRA", True, current_actor(world.sitting.as_user("secretary") and item))
    transaction.commit()
    told = {path: answer.text for path, answer in everything(world("councillor"), world).items()}
    assert world("councillor").get(f"{path_of(item)}/@item-opinions").json()["opinions"] == []
    whole = "".join(told.values())
    assert "Zizanie" not in whole and '"TRA"' not in _without_fields(told, item) and "opinion_" not in whole
    assert "Zizanie" not in on_screen(world("councillor"), item) and "Zizanie" in on_screen(world("adviser"), item)
    assert "Zizanie" not in lists(world("councillor")) and world("councillor").post(
        f"{path_of(item)}/@documents", json={"document": "meeting.deliberation"}
    ).status_code in (401, 404)  # fmt: skip
    group = f"{unit_uid('TRA')}_adviser"
    searched = f"@search?portal_type=meeting_item&item_advisers={group}"
    assert world("councillor").get(searched).json()["items_total"] == 0, "nor by asking for its advisers"
    own = world("adviser").get(f"{path_of(item)}/@item-opinions").json()["opinions"]
    assert [(line["service"], line["sense"]) for line in own] == [("TRA", "negative")]
    refused = world("councillor").post(f"{path_of(item)}/@item-opinions", json={"do": "confidential", "service": "TRA"})
    assert refused.status_code == 409


def lists(client):
    """The lists that show the item, and their export."""
    page = {"Accept": "text/html"}
    answers = [client.get(f"{BOARD}{end}", headers=page) for end in ("/csv", "?more=1&columns=title,due")]
    answers.append(client.get("meetings/college/@dashboard/meeting.items?more=1"))
    assert [answer.status_code for answer in answers] == [200] * 3
    assert client.get("meetings/college/@dashboard/meeting.items?q=Zizanie").json()["items_total"] == 0
    return "".join(answer.text for answer in answers)


def on_screen(client, item):
    """The pages of the item, as a person gets them."""
    pages = [client.get(f"{path_of(item)}{name}", headers={"Accept": "text/html"}) for name in ("", "/@@item-history")]
    return "".join(page.text for page in pages)


def _without_fields(told, item):
    found = [json.loads(text) for path, text in told.items() if path in (path_of(item), f"{path_of(item)}/@item")]
    return json.dumps(found)


@pytest.mark.requirement("meeting:AC-71")
def test_a_confidential_annex_is_neither_listed_nor_counted_nor_served(world):
    item = world.open
    world.sitting.as_user("secretary")
    for number in range(3):
        attach(item, f"plan{number}.txt", b"plan", title=f"Plan {number}")
    hidden = attach(item, "zizanie.txt", b"secret", title="Zizanie", confidential=True)
    transaction.commit()
    counts = {}
    for name in ("councillor", "secretary"):
        client = world(name)
        counts[name] = (len(client.get(f"{path_of(item)}/@annexes").json()["items"]),
                        client.get("@search?portal_type=annex").json()["items_total"],
                        client.get(path_of(hidden)).status_code,
                        client.get(f"{path_of(hidden)}/@@download/file").status_code,
                        client.get(f"{path_of(item)}/@journal").text.count("annex_added"))  # fmt: skip
    assert counts == {"councillor": (3, 3, 404, 404, 3), "secretary": (4, 4, 200, 200, 4)}
    assert "Zizanie" not in "".join(answer.text for answer in everything(world("councillor"), world).values())
    observers(world.sitting, confidential_annexes=True)
    transaction.commit()
    assert len(world("councillor").get(f"{path_of(item)}/@annexes").json()["items"]) == 4


@pytest.mark.requirement("meeting:NFR-2", "meeting:ROL-1")
def test_an_outsider_finds_nothing_and_does_nothing(world):
    acts = (("POST", "/@duplicate"), ("POST", "/@votes"), ("POST", "/@item-opinions"),
            ("POST", "/@transitions"), ("DELETE", ""), ("PATCH", ""),
            ("GET", "/@access?user=secretary"))  # fmt: skip
    for name in ("finance", "citizen", None):
        client = world(name)
        calls = [("GET", reading) for reading in READINGS] + list(acts)
        codes = {client.call(verb, f"{path_of(world.open)}{end}", json={}).status_code for verb, end in calls}
        assert codes <= {401, 404}, (name, codes)
        meeting = [("GET", ""), ("GET", "/@agenda"), ("POST", "/@agenda"), ("GET", "/@attendance"), ("DELETE", "")]
        codes = {client.call(verb, f"{path_of(world.meeting)}{end}", json={}).status_code for verb, end in meeting}
        assert codes <= {401, 404}, (name, codes)
    assert world("councillor").call("DELETE", path_of(world.open), json={}).status_code == 409
    register = "meetings/college/@deliberations"
    assert [world(name).get(register).status_code for name in ("secretary", "councillor")] == [200, 403]
    settings = world("councillor").put("meetings/college/@settings", json={})
    assert settings.status_code in (401, 404)


@pytest.mark.requirement("meeting:AC-35", "meeting:MTG-2")
def test_a_decision_under_writing_is_read_by_managers_only(world):
    sitting, item = world.sitting.as_user("secretary"), world.open
    document = sitting.college.document
    document["adaptations"] = [*document["adaptations"], "hide_decisions_under_writing"]
    document["access"]["observers"][0] |= {"item_states": [*STATES, "accepted"], "meeting_states": ["decided"]}
    configure(sitting.college, document, "secretary")
    item.decision = type(item.decision)("<p>Zizanie</p>", "text/html", "text/x-html-safe")
    sitting.go(world.meeting, "decide").go(item, "accept")
    transaction.commit()
    told = {
        name: "".join(a.text for a in everything(world(name), world).values()) for name in ("councillor", "creator")
    }
    assert ["Zizanie" in text for text in told.values()] == [False, False]
    assert world("councillor").get(f"{path_of(item)}/@item").json()["fields"].get("decision") is None
    assert "Zizanie" in world("secretary").get(f"{path_of(item)}/@item").text
    assert world("councillor").get(f"{path_of(item)}/@votes").json()["polls"] == []
