"""A public meeting in the words of OSLO Besluit and Mandaat."""

from dataclasses import replace
from typing import Any

import pytest

from commune.website.rules.linked_data import Sitting, item_graph, meeting_graph
from tests.website.sitting import DECIDED, HOLDERS, IDS, PROJECT, WITHDRAWN, WORDS

ROOT = "https://www.valmont.example.org/uri"


def nodes(sitting: Sitting) -> dict[str, Any]:
    return {node["@id"]: node for node in meeting_graph(sitting, IDS, HOLDERS, WORDS)["@graph"]}


def kinds(sitting: Sitting) -> set[str]:
    return {node.split("/uri/")[1].split("/")[0] for node in nodes(sitting)}


@pytest.mark.requirement("meeting:LOD-2")
def test_the_meeting_says_when_where_by_whom_and_what() -> None:
    meeting = nodes(DECIDED)[f"{ROOT}/meeting/s1"]
    assert meeting["@type"] == "besluit:Zitting"
    assert meeting["prov:startedAtTime"] == {"@value": "2026-10-26T19:05:00+00:00", "@type": "xsd:dateTime"}
    assert meeting["besluit:isGehoudenDoor"] == {"@id": f"{ROOT}/body/council"}
    assert meeting["besluit:heeftVoorzitter"] == {"@id": f"{ROOT}/mandate/m1"}
    assert [item["@id"][-2:] for item in meeting["besluit:behandelt"]] == ["i1", "i2", "i4"]


@pytest.mark.requirement("meeting:LOD-2")
def test_a_decided_item_has_its_handling_its_polls_and_its_decision() -> None:
    found = nodes(DECIDED)
    handling, decision = found[f"{ROOT}/handling/i1"], found[f"{ROOT}/decision/i1"]
    assert handling["besluit:gevolg"] == "Adopté"
    assert handling["prov:generated"] == {"@id": decision["@id"]}
    assert decision["eli:date_publication"] == {"@value": "2026-10-27", "@type": "xsd:date"}
    assert (decision["prov:value"], decision["eli:id_local"]) == ("<p>Le Conseil décide.</p>", "12")
    assert f"{ROOT}/decision/i2" not in found
    assert found[f"{ROOT}/handling/i4"]["besluit:gebeurtNa"] == {"@id": f"{ROOT}/handling/i2"}


@pytest.mark.requirement("meeting:LOD-2")
def test_votes_are_named_only_when_the_poll_is_public() -> None:
    found = nodes(DECIDED)
    open_poll, secret = found[f"{ROOT}/vote/i1/1"], found[f"{ROOT}/vote/i2/1"]
    assert open_poll["besluit:heeftVoorstander"] == [{"@id": f"{ROOT}/mandate/m1"}, {"@id": f"{ROOT}/mandate/m2"}]
    assert (secret["besluit:geheim"], secret["besluit:aantalTegenstanders"]) == (True, 1)
    assert not [name for name in secret if name.startswith("besluit:heeft")]


def test_people_are_named_once_and_only_those_who_took_part() -> None:
    graph = meeting_graph(DECIDED, IDS, HOLDERS, WORDS)["@graph"]
    assert [node["@id"] for node in graph if node["@type"] == "person:Person"] == [
        f"{ROOT}/person/{uid}" for uid in ("p1", "p2", "p4")
    ]
    assert f"{ROOT}/mandate/m5" not in nodes(DECIDED)


@pytest.mark.requirement("meeting:PUB-5")
def test_a_draft_has_no_outcome_and_the_place_of_a_closed_item_no_identifier() -> None:
    assert kinds(PROJECT) == {"meeting", "body", "authority", "concept", "item", "draft"}
    found = nodes(PROJECT)
    assert found[f"{ROOT}/item/i1"]["besluit:heeftOntwerpbesluit"] == {"@id": f"{ROOT}/draft/i1"}
    assert [node for node in found if node.endswith("/item/")] == []


def test_of_a_withdrawn_item_or_meeting_only_the_stone_remains() -> None:
    stone = nodes(DECIDED)[f"{ROOT}/item/i9"]
    assert set(stone) == {"@id", "@type", "prov:invalidatedAtTime", "rdfs:comment"}
    assert list(nodes(WITHDRAWN)) == [f"{ROOT}/meeting/s1"]
    assert "Séance" not in str(meeting_graph(WITHDRAWN, IDS, HOLDERS, WORDS))


@pytest.mark.requirement("meeting:LOD-1")
def test_a_corrected_title_changes_no_identifier() -> None:
    items = tuple(replace(item, title=f"{item.title} (corrigé)", number="7") for item in DECIDED.items)
    assert set(nodes(replace(DECIDED, items=items, title="Autre"))) == set(nodes(DECIDED))


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(DECIDED, kind=("", ""), enterprise_number="", start=None, place="", language="it", stage="project")
    found = nodes(bare)
    assert f"{ROOT}/authority/self" in found and "org:classification" not in found[f"{ROOT}/body/council"]
    assert not {"besluit:geplandeStart", "prov:atLocation"} & set(found[f"{ROOT}/meeting/s1"])
    assert "eli:language" not in found[f"{ROOT}/draft/i1"]


def test_one_item_alone_carries_the_same_nodes() -> None:
    whole = nodes(DECIDED)
    alone = {node["@id"]: node for node in item_graph(DECIDED, "i4", IDS, WORDS)["@graph"]}
    parent = alone.pop(f"{ROOT}/meeting/s1")
    assert parent["besluit:behandelt"] == {"@id": f"{ROOT}/item/i4"}
    assert alone == {uid: node for uid, node in whole.items() if "/i4" in uid}
    (stone,) = item_graph(DECIDED, "i9", IDS, WORDS)["@graph"]
    assert stone == whole[f"{ROOT}/item/i9"]
    with pytest.raises(KeyError):
        item_graph(DECIDED, "never", IDS, WORDS)
