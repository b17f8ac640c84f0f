"""Public meetings as objects of OParl 1.1: every object, those deleted too, in lists that keep their order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.website.rules import oparl
from commune.website.rules.oparl import Addresses, Entry, Held, Host, Member, shown
from commune.website.rules.oparl_lists import Wish, chosen, framed, page_of, read_wish, without_internal
from tests.website.sitting import AT as PUBLISHED
from tests.website.sitting import DECIDED, LATER, PROJECT, WITHDRAWN, WORDS

AT = Addresses("https://www.valmont.example.org/oparl")
ROOT = AT.root
TRACED = replace(DECIDED, traces=tuple(
    replace(trace, files=("f1", "f0")) if trace.uid == "i1" else trace for trace in DECIDED.traces))  # fmt: skip
HOST = Host("Commune de Valmont", "https://www.valmont.example.org", "commune@example.org", "municipality", PUBLISHED)
MAYOR = Held("m1", "council", "Présidente", date(2024, 12, 2), None, True, PUBLISHED, PUBLISHED)
MEMBER = Member("p1", "Anne", "Aubertin", "f", PUBLISHED, LATER, (MAYOR,))
TEXT = {**WORDS, "text:i1": "Le Conseil décide."}


def told(entries: Any) -> dict[str, dict[str, Any]]:
    return {entry.uid: shown(entry, AT) for entry in entries}


@pytest.mark.requirement("meeting:LOD-3")
def test_the_system_leads_to_the_body_and_the_body_to_every_list() -> None:
    found = shown(oparl.system(HOST, AT), AT)
    assert (found["id"], found["body"]) == (f"{ROOT}/System/self", f"{ROOT}/Body")
    body = shown(oparl.body(HOST, AT, LATER), AT)
    lists = {value.rpartition("/")[2] for name, value in body.items() if value in {AT.list_of(k) for k in oparl.LISTED}}
    assert lists == set(oparl.LISTED)


@pytest.mark.requirement("meeting:LOD-3")
def test_a_meeting_has_its_items_inside_those_withdrawn_left_out() -> None:
    meeting = told(oparl.meetings((TRACED,), TEXT, {"m1": "p1"}, AT))["s1"]
    assert [item["number"] for item in meeting["agendaItem"]] == ["1", "2", "4"]
    assert meeting["participant"] == [f"{ROOT}/Person/p1"]
    assert (meeting["start"], meeting["meetingState"]) == ("2026-10-26T19:05:00+00:00", "durchgeführt")
    assert meeting["location"]["description"] == "Salle du Conseil"
    bare = told(oparl.meetings((replace(PROJECT, place="", start=None),), {}, {}, AT))["s1"]
    assert bare["meetingState"] == "eingeladen" and not {"start", "location", "participant"} & set(bare)


@pytest.mark.requirement("meeting:LOD-3", "meeting:AC-87")
def test_what_is_withdrawn_keeps_id_type_and_instants_only() -> None:
    gone = told(oparl.agenda_items((TRACED,), TEXT, AT))["i9"]
    assert gone == {
        "id": f"{ROOT}/AgendaItem/i9",
        "type": "https://schema.oparl.org/1.1/AgendaItem",
        "created": PUBLISHED.isoformat(),
        "modified": LATER.isoformat(),
        "deleted": True,
    }
    assert told(oparl.meetings((WITHDRAWN,), {}, {}, AT))["s1"]["deleted"] is True
    for entries in (oparl.papers((TRACED,), AT), oparl.consultations((TRACED,), AT)):
        assert told(entries)["i9"]["deleted"] is True


def test_an_item_has_its_result_and_text_once_decided() -> None:
    item = told(oparl.agenda_items((TRACED,), TEXT, AT))["i1"]
    assert (item["result"], item["resolutionText"], item["order"]) == ("Adopté", "Le Conseil décide.", 1)
    draft = told(oparl.agenda_items((PROJECT,), TEXT, AT))["i1"]
    assert not {"result", "resolutionText"} & set(draft)


def test_a_paper_is_the_text_of_an_item_and_an_item_without_text_has_none() -> None:
    papers = told(oparl.papers((TRACED,), AT))
    assert (papers["i1"]["paperType"], papers["i1"]["reference"]) == ("Beschluss", "12")
    assert papers["i1"]["consultation"][0]["agendaItem"] == f"{ROOT}/AgendaItem/i1"
    assert "i2" not in papers and "i2" not in told(oparl.consultations((TRACED,), AT))
    assert told(oparl.papers((PROJECT,), AT))["i1"]["paperType"] == "Beschlussvorlage"


def test_a_file_that_is_no_longer_there_is_deleted() -> None:
    files = told(oparl.files((TRACED,), AT))
    assert files["f1"]["accessUrl"] == "https://www.valmont.example.org/council/s1/@@file/f1"
    assert files["f0"]["deleted"] is True
    item = told(oparl.agenda_items((TRACED,), TEXT, AT))["i1"]
    assert [file["id"] for file in item["auxiliaryFile"]] == [f"{ROOT}/File/f1"]


def test_bodies_persons_and_mandates_point_at_each_other() -> None:
    organization = told(oparl.organizations((TRACED, WITHDRAWN), (MEMBER,), AT))["council"]
    assert organization["membership"] == [f"{ROOT}/Membership/m1"]
    person = told(oparl.persons((MEMBER, replace(MEMBER, uid="p2", gender="unknown", seats=())), AT))
    assert person["p1"]["membership"][0]["organization"] == f"{ROOT}/Organization/council"
    assert (person["p1"]["gender"], "gender" in person["p2"]) == ("female", False)
    ended = replace(MEMBER, seats=(replace(MAYOR, end=date(2026, 6, 30)),))
    assert told(oparl.memberships((ended,), AT))["m1"]["endDate"] == "2026-06-30"


def test_a_meeting_without_place_has_no_location() -> None:
    assert list(oparl.locations((replace(DECIDED, place=""),), AT)) == []


def entry(day: int, changed: int, deleted: bool = False) -> Entry:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return Entry("Paper", f"e{day}", start + timedelta(days=day), start + timedelta(days=changed), {}, deleted)


ENTRIES = [entry(3, 9), entry(1, 8, deleted=True), entry(2, 2)]


@pytest.mark.requirement("meeting:LOD-3", "meeting:AC-87")
@pytest.mark.parametrize(
    ("form", "found"),
    [
        pytest.param({}, ["e2", "e3"], id="as it stands"),
        pytest.param({"modified_since": "2026-01-09T00:00:00Z"}, ["e1", "e3"], id="changed since, bound included"),
        pytest.param({"modified_until": "2026-01-04T00:00:00 01:00"}, ["e2"], id="plus sign lost in the address"),
        pytest.param({"created_since": "2026-01-03", "created_until": "2026-01-03T12:00:00"}, ["e2"], id="between"),
    ],
)
def test_lists_are_narrowed_by_instants(form: dict[str, str], found: list[str]) -> None:
    wish = read_wish(form)
    assert isinstance(wish, Wish)
    assert [one.uid for one in chosen(ENTRIES, wish.bounds)] == found


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ({"created_since": "hier"}, "created_since"),
        ({"page": "0"}, "page"),
        ({"elementsPerPage": "x"}, "elementsPerPage"),
    ],
)
def test_a_parameter_that_cannot_be_read_is_refused(form: dict[str, str], place: str) -> None:
    refusals = read_wish(form)
    assert not isinstance(refusals, Wish) and [one.place for one in refusals] == [place]


@given(st.integers(1, 300), st.integers(1, 120))
def test_pages_hold_everything_once(total: int, size: int) -> None:
    entries = [entry(day, day) for day in range(total)]
    wish = read_wish({"elementsPerPage": str(size)})
    assert isinstance(wish, Wish) and wish.size <= 100
    frame = framed([], total, wish, "x", {})
    pages = [page_of(entries, replace(wish, page=number + 1)) for number in range(frame["pagination"]["totalPages"])]
    assert [one for page in pages for one in page] == entries


def test_links_keep_the_filters() -> None:
    query = {"modified_since": "2026-01-01T00:00:00+01:00"}
    links = framed([], 250, Wish(page=2), "https://x/Paper", query)["links"]
    assert links["next"] == "https://x/Paper?modified_since=2026-01-01T00:00:00%2B01:00&page=3"
    assert set(links) == {"first", "self", "last", "prev", "next"}
    assert set(framed([], 0, Wish(page=9), "x", {})["links"]) == {"first", "self", "last", "prev"}


def test_objects_inside_are_left_out_on_request() -> None:
    whole = {"id": "x", "membership": ["https://a"], "agendaItem": [{"id": "y"}], "location": {"id": "z"}}
    assert without_internal(whole) == {"id": "x", "membership": ["https://a"]}
    assert read_wish({"omit_internal": "true"}) == Wish(omit_internal=True)
