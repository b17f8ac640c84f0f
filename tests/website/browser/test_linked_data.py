"""Public meetings for machines: one set of triples in every form, at identifiers that last."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from plone import api
from plone.app.testing import TEST_USER_ID, setRoles
from pyshacl import validate
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from zope.event import notify

from commune.core.events import MeetingPublished, MeetingWithdrawn, PublicItem, PublicPoll, Withdrawal
from commune.core.workflow.mandates import seats

SHAPES = Path(__file__).parent.parent / "shapes/besluit.ttl"
ITEM = PublicItem("i1", "7.1", "Budget 2027", "Finances", "<p>Le Conseil <script>x</script>décide.</p>", "accepted")
OTHER = PublicItem("i2", "8", "Voirie", "", "<p>Le Conseil adopte.</p>", "accepted")
DAY = date(2026, 10, 26)


def letter(**changes):
    one, two, three = (seat.uid for seat in seats(DAY, "council")[:3])
    poll = PublicPoll(False, "adopted", "", (("yes", 2), ("no", 1)), (("yes", (one, two)), ("no", (three,))))
    secret = PublicPoll(True, "adopted", "", (("yes", 3),))
    items = (replace(ITEM, polls=(poll, secret), present=(one, two, three)), OTHER)
    start = datetime(2026, 10, 26, 19, tzinfo=UTC)
    whole = MeetingPublished("m", "council", "Conseil communal", "Séance", DAY, "decisions", 1, "Salle", items)
    sat = {"chair": one, "secretary": two, "present": (one, two, three)}
    times = dict.fromkeys(("start", "opened", "closed"), start)
    return replace(whole, body_kind="council", **(sat | times | changes))


class _Script(HTMLParser):
    """The data inside a page."""

    found = ""
    inside = False

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

    def handle_data(self, data):
        if self.inside:
            self.found += data
            self.inside = False


def graph(answer):
    kind = answer.headers["content-type"].split(";")[0]
    if kind == "text/html":
        script = _Script()
        script.feed(answer.text)
        return Graph().parse(data=script.found, format="json-ld")
    return Graph().parse(data=answer.text, format={"application/ld+json": "json-ld", "text/turtle": "turtle"}[kind])


@pytest.mark.requirement("meeting:LOD-1", "meeting:LOD-2", "meeting:AC-119")
@pytest.mark.parametrize("path", ["vie-politique/m", "vie-politique/m/@@item/i1"])
def test_page_json_ld_and_turtle_carry_the_same_triples(site, ask, path):
    notify(letter())
    page, data, turtle = ask(path), ask(path, HTTP_ACCEPT="application/ld+json"), ask(path, "format=ttl")
    assert (data.headers["access-control-allow-origin"], page.headers["vary"]) == ("*", "Accept")
    assert len(graph(page)) > 10
    assert isomorphic(graph(page), graph(data)) and isomorphic(graph(page), graph(turtle))
    assert graph(ask(path, HTTP_ACCEPT="text/turtle")) and "<html" in ask(path).text
    assert "<script>x" not in turtle.text


@pytest.mark.requirement("meeting:LOD-2")
@pytest.mark.parametrize("stage", ["project", "decisions"])
def test_the_data_keep_the_shapes(site, ask, stage):
    notify(letter(stage=stage))
    notify(letter(stage=stage, serial=2, items=letter().items[1:], withdrawn=(Withdrawal("i1", "Erreur"),)))
    conforms, _report, text = validate(graph(ask("vie-politique/m", "format=ttl")), shacl_graph=str(SHAPES))
    assert conforms, text


def test_the_shapes_refuse_names_in_a_secret_poll(site, ask):
    notify(letter())
    found = graph(ask("vie-politique/m", "format=ttl"))
    vote = URIRef("http://localhost/plone/uri/vote/i1/2")
    assert validate(found, shacl_graph=str(SHAPES))[0]
    found.add((vote, URIRef("http://data.vlaanderen.be/ns/besluit#heeftStemmer"),
               URIRef(f"http://localhost/plone/uri/mandate/{letter().chair}")))  # fmt: skip
    assert not validate(found, shacl_graph=str(SHAPES))[0]


@pytest.mark.requirement("meeting:AC-119", "meeting:LOD-1")
def test_a_corrected_title_keeps_identifier_and_address(site, ask):
    notify(letter())
    before = ask("uri/item/i1")
    notify(letter(serial=2, items=(replace(ITEM, title="Budget communal 2027", number="2"), OTHER)))
    after = ask("uri/item/i1")
    assert (before.status, before.headers["location"]) == (303, "http://localhost/plone/vie-politique/m/@@item/i1")
    assert after.headers["location"] == before.headers["location"]
    assert "Budget communal 2027" in ask("vie-politique/m/@@item/i1").text
    assert ask("uri/item/i1", HTTP_ACCEPT="text/turtle").headers["location"].endswith("/@@item/i1?format=ttl")
    assert ask("uri/meeting/m").headers["location"].endswith("/vie-politique/m")
    assert ask(f"uri/mandate/{letter().chair}").headers["location"].endswith("/vie-politique")
    assert {ask(path).status for path in ("uri", "uri/item", "uri/item/none", "uri/meeting/x", "uri/page/x")} == {404}


@pytest.mark.requirement("meeting:AC-119")
def test_the_address_of_a_page_that_moved_leads_on_for_ever(site, ask):
    notify(letter())
    setRoles(site, TEST_USER_ID, ["Manager"])
    api.content.rename(site["vie-politique"], "conseil")
    moved = ask("vie-politique/m/@@item/i1")
    assert (moved.status, moved.headers["location"]) == (301, "http://localhost/plone/conseil/m/@@item/i1")
    assert ask("uri/item/i1").headers["location"] == moved.headers["location"]


@pytest.mark.requirement("meeting:PUB-3")
def test_a_withdrawn_item_says_so_and_nothing_else(site, ask, said):
    notify(letter())
    notify(letter(serial=2, items=(OTHER,), withdrawn=(Withdrawal("i1", "Publié par erreur"),)))
    stone = ask("vie-politique/m/@@item/i1")
    assert (stone.status, "Publié par erreur" in stone.text, "Budget" in stone.text) == (410, True, False)
    meeting = ask("vie-politique/m")
    assert "Publié par erreur" in meeting.text and "Budget" not in meeting.text
    turtle = ask("vie-politique/m/@@item/i1", "format=ttl")
    assert turtle.status == 410 and "invalidatedAtTime" in turtle.text and "Budget" not in turtle.text
    assert "Budget" not in ask("@@search", "SearchableText=budget").text
    notify(MeetingWithdrawn("m", 3, "Retirée"))
    gone = ask("vie-politique/m/@@item/i2", "format=jsonld")
    assert gone.status == 410 and [node["@id"][-9:] for node in json.loads(gone.text)["@graph"]] == ["meeting/m"]
    assert ask("vie-politique/m/@@item").status == ask("vie-politique/m/@@item/zz").status == 404


@pytest.mark.requirement("meeting:PUB-5")
def test_of_a_closed_item_nothing_is_in_any_form(site, ask):
    notify(letter(items=(ITEM, PublicItem("", "9", ""))))
    for query in ("", "format=ttl", "format=jsonld"):
        assert len([one for one in graph(ask("vie-politique/m", query)).subjects() if "/item/" in one]) > 0
        assert "/item/>" not in ask("vie-politique/m", query).text


@pytest.mark.requirement("meeting:PUB-4", "meeting:AC-81")
def test_the_page_tells_when_it_was_published_and_what_was_added_since(site, ask, said):
    notify(letter(items=(ITEM,), stage="project"))
    first = ask("vie-politique/m").text
    published, added = (said(words, moment="").strip() for words in ("Published on ${moment}", "Added on ${moment}"))
    assert published in first and added not in first
    notify(letter(serial=2, items=(ITEM, OTHER), stage="project"))
    assert ask("vie-politique/m").text.count(added) == 1
