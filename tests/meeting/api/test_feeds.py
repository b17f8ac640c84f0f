"""No word of a closed item, nor a masked one, in anything that the site gives to the public or to an observer."""

import io
import zipfile

import pytest
import transaction
from plone import api

from commune.core.content.clock import now
from commune.core.workflow import rounds
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import attach
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.linked import link

STATES = ["validated", "presented", "frozen", "published", "in_session", "decided"]
OBSERVER = {"id": "observer", "title": "Observateurs", "item_states": STATES, "meeting_states": STATES}
OPARL = ("System", "Body", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation",
         "File", "Location", "LegislativeTerm")  # fmt: skip
SECRETS = ("Xylophone", "Zizanie", "Zénobie", "zenobie")
HTML = {"Accept": "text/html"}


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


@pytest.fixture()
def world(served):
    """A public agenda of the Council: an open item with a masked name, a closed one with a file, both linked."""
    sitting = served.sitting.as_user("secretary")
    document = sitting.council.document
    document["access"]["observers"] = [OBSERVER]
    code = "URB"
    document["publication"] |= {"representatives": {code: "Échevine des Travaux"}, "categories": {}}
    configure(sitting.council, document, "secretary")
    served.meeting = sitting.meeting(2027, 1, 28, 20, body=sitting.council)
    masked = '<p>Le Conseil refait la rue. <span class="personal-data">Zénobie</span></p>'
    served.open = sitting.item(title="Trottoirs", body=sitting.council, decision=masked, unit=code)
    served.closed = sitting.item(title="Xylophone", body=sitting.council, privacy="secret",
                                 decision="<p>Zizanie</p>")  # fmt: skip
    attach(served.closed, "xylophone.txt", b"Zizanie", title="Xylophone", publishable=True)
    for item in (served.open, served.closed):
        item.state = "validated"
        item.reindexObject()
        sitting.go(item, "present")
    link(served.open, [served.closed.UID()], current_actor(served.open))
    sitting.go(served.meeting, "freeze", "publish")
    transaction.commit()
    return served


def texts(client, paths, **headers):
    """The body of each answer, by path; what a question repeats of itself is left out."""
    found = {path: client.get(path, headers=headers or None).text for path in paths}
    return {
        path: text.replace("words=Xylophone", "").replace("SearchableText=Xylophone", "")
        for path, text in found.items()
    }


@pytest.mark.requirement(
    "meeting:AC-77", "meeting:NFR-2", "meeting:PUB-5", "meeting:PUB-6", "meeting:PUB-11", "meeting:LOD-4"
)
def test_no_feed_no_data_and_no_search_says_a_word_of_it(world):
    rounds.run(api.portal.get(), now(), everything=True)
    page, dumps = (
        f"vie-politique/{world.meeting.UID()}",
        [f"vie-politique/@@meetings.{end}" for end in ("csv", "jsonld")],
    )
    forms = [f"{place}{end}" for place in (page, f"{page}/@@item/{world.open.UID()}") for end in (
        "", "?format=ttl", "?format=jsonld")]  # fmt: skip
    asked = [f"vie-politique/@@decisions{end}{words}" for end in ("", ".atom", ".json") for words in (
        "", "?body=council", "?year=2027")]  # fmt: skip
    calendars = [f"vie-politique/@@meetings.ics{end}" for end in ("", "?body=council")]
    places = ["vie-politique", "sitemap", "@@search?SearchableText=trottoirs", "regulations", "@@popolo", "@@dcat"]
    places += [*calendars, *dumps, *forms, *asked]
    found = texts(world(), places, **HTML) | texts(world(), [f"oparl/{kind}" for kind in OPARL])
    told = {path: word for path, text in found.items() for word in (*SECRETS, world.closed.UID()) if word in text}
    assert told == {}
    assert all("Trottoirs" in found[path] for path in (page, *asked, *dumps, "oparl/AgendaItem"))
    nothing = texts(world(), [f"vie-politique/@@decisions.json?words={word}" for word in SECRETS])
    assert {text.count('"items_total": 0') for text in nothing.values()} == {1}
    hidden = [f"{page}/@@item/{world.closed.UID()}", f"oparl/AgendaItem/{world.closed.UID()}"]
    assert {world().get(path, headers=HTML).status_code for path in (*hidden, f"{page}/@@akoma-ntoso")} == {404}


@pytest.mark.requirement("meeting:PUB-11", "meeting:PUB-9")
def test_the_search_says_how_many_there_are_and_of_whom(world):
    found = world().get("vie-politique/@@decisions.json?words=rue").json()
    assert [(row["title"], row["in_charge"]) for row in found["items"]] == [("Trottoirs", ["Échevine des Travaux"])]
    assert found["facets"]["year"] == {"2027": 1} and found["facets"]["body"] == {"council": 1}
    shown = world().get("vie-politique/@@decisions?in_charge=%C3%89chevine+des+Travaux", headers=HTML)
    assert shown.status_code == 200 and "Trottoirs" in shown.text and "<label" in shown.text
    assert "@@decisions" in world().get("vie-politique", headers=HTML).text
    assert world().get("vie-politique/@@decisions.json?words=piscine").json()["items_total"] == 0


@pytest.mark.requirement("meeting:AC-77", "meeting:NFR-2")
def test_an_observer_without_the_flag_finds_it_in_no_document_list_or_calendar(world):
    observer = world("councillor")
    made = observer.get(f"{path_of(world.meeting)}/@@paper?id=meeting.agenda_public&form=odt", headers=HTML)
    assert made.status_code == 200
    agenda = zipfile.ZipFile(io.BytesIO(made.content)).read("content.xml").decode()
    assert "Trottoirs" in agenda and "Xylophone" not in agenda
    whole = observer.get(f"{path_of(world.meeting)}/@@paper?id=meeting.agenda&form=odt", headers=HTML)
    assert whole.status_code == 409 and "Xylophone" not in whole.text
    linked = observer.get(f"{path_of(world.open)}/@linked-items").json()
    assert linked["items"] == [{"hidden": True}]
    screen = observer.get(path_of(world.open), headers=HTML).text
    lists = [f"{place}/@@dashboard/meeting.items" for place in ("meetings", "meetings/council")]
    boards = texts(observer, [*lists, f"{lists[0]}?words=Xylophone", "meetings/council"], **HTML)
    data = texts(observer, ["meetings/@dashboard/meeting.items", "@search?SearchableText=Xylophone"])
    address = observer.post("@calendar-address", json={}).json()["address"]
    feed = observer.session.get(address, headers={"Accept": "text/calendar"}).text
    assert "VCALENDAR" in feed
    everything = {**boards, **data, "calendar": feed, "item": screen}
    assert [p for p, text in everything.items() if "Xylophone" in text or world.closed.UID() in text] == []
