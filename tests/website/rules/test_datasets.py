"""The data of the meetings in the forms that others read: Popolo, Akoma Ntoso, DCAT, CSV."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest

from commune.website.rules.akoma_ntoso import NAMESPACE, akoma_ntoso
from commune.website.rules.datasets import Distribution, as_csv, catalog
from commune.website.rules.decisions import Decision
from commune.website.rules.oparl import Held, Member
from commune.website.rules.popolo import popolo
from tests.website.sitting import AT, DECIDED, HOLDERS, IDS, PROJECT

A = {"a": NAMESPACE}


@pytest.mark.requirement("meeting:LOD-4")
def test_the_minutes_as_akoma_ntoso() -> None:
    root = ElementTree.fromstring(akoma_ntoso(DECIDED, HOLDERS, {"accepted": "Accepté", "yes": "Oui"}))
    debate = root.find("a:debate", A)
    assert debate is not None and debate.get("name") == "minutes"
    sections = debate.findall("a:debateBody/a:debateSection", A)
    assert [one.findtext("a:num", "", A) for one in sections] == ["1", "2", "4"]
    assert sections[0].findtext("a:heading", "", A) == "Collecte des déchets"
    assert "Le Conseil décide." in [p.text for p in sections[0].findall("a:resolutions/a:p", A)]
    assert "Oui: 2" in (sections[0].findtext("a:summary", "", A))
    people = {one.get("eId") for one in debate.iterfind("a:meta/a:references/a:TLCPerson", A)}
    named = {one.get("refersTo", "")[1:] for one in debate.iterfind("a:debateBody/a:rollCall/a:p/a:person", A)}
    assert named and named <= people
    levels = [one.tag.rpartition("}")[2] for one in debate.find("a:meta/a:identification", A) or ()]
    assert levels == ["FRBRWork", "FRBRExpression", "FRBRManifestation"]


def test_a_sitting_without_anybody_has_no_roll_call() -> None:
    root = ElementTree.fromstring(akoma_ntoso(PROJECT, {}, {}))
    assert root.find("a:debate/a:debateBody/a:rollCall", A) is None


@pytest.mark.requirement("meeting:LOD-4")
def test_persons_and_memberships_as_popolo() -> None:
    seat = Held("m1", "council", "Conseillère", date(2024, 12, 2), None, True, AT, AT)
    told = popolo([Member("p1", "Anne", "Baudrenne", "F", AT, AT, (seat,))], {"council": "Conseil"}, "Valmont", IDS)
    (person,), (membership,), (post,) = told["persons"], told["memberships"], told["posts"]
    assert (person["name"], person["gender"]) == ("Anne Baudrenne", "female") and "email" not in person
    assert membership["person_id"] == person["id"] and membership["post_id"] == post["id"]
    assert (membership["start_date"], "end_date" in membership) == ("2024-12-02", False)
    assert [one["name"] for one in told["organizations"]] == ["Valmont", "Conseil"]


@pytest.mark.requirement("meeting:LOD-4")
def test_the_description_names_every_form() -> None:
    forms = [Distribution("https://x/@@meetings.csv", "CSV", "text/csv")]
    told = catalog("https://x", "Valmont", "info@example.org", "fr", AT, forms)
    assert told["dcat:dataset"]["dcat:distribution"][0]["dcat:accessURL"] == {"@id": "https://x/@@meetings.csv"}
    assert "mailto:info@example.org" in json.dumps(told)
    assert "contactPoint" not in json.dumps(catalog("https://x", "Valmont", "", "fr", AT, ()))


@pytest.mark.requirement("meeting:LOD-4")
def test_the_dump_is_read_by_spreadsheets_and_runs_no_formula() -> None:
    rows = [Decision("u", "m", "1", '=HYPERLINK("x")', date(2026, 3, 1), "council", "Conseil", "decisions")]
    lines = list(csv.reader(io.StringIO(as_csv(rows, "https://x/c").decode("utf-8-sig"))))
    assert lines[0][:2] == ["day", "body"] and lines[1][4] == '\'=HYPERLINK("x")'
    assert lines[1][-1] == "https://x/c/m/@@item/u"
