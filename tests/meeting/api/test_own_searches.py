"""Columns, filters and searches of a list, kept by each person, over HTTP and on the page."""

from html import unescape

import pytest
import transaction

from commune.core.workflow.units import unit_uid
from tests.golden import golden

WHERE, PAGE = "meetings/college/@dashboard/meeting.items", "meetings/college/@@dashboard/meeting.items"


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.fixture()
def office(served):
    """Three drafts of the works."""
    sitting = served.sitting.as_user("creator")
    for number, title in enumerate(("Ponts", "Pont de bois", "Toiture")):
        sitting.item(title=title, unit="TRA", to_discuss=bool(number), services_in_charge=[unit_uid("FIN")][:number])
    transaction.commit()
    return served


def keep(client, **wish):
    return client.post("meetings/college/@dashboard-own", json={"dashboard": "meeting.items", **wish})


@pytest.mark.requirement("meeting:DSH-2", "core:1.20", "core:FTS-4")
def test_each_person_keeps_columns_and_searches_and_shares_them_with_a_service(office):
    creator, worker, works = office("creator"), office("worker"), unit_uid("TRA")
    assert keep(creator, columns=["created", "state"]).json()["columns"] == ["title", "created", "state"]
    assert codes(keep(creator, columns=["odd"])) == (409, ["acts.choice"])
    shown = lambda client, query="": [one["id"] for one in client.get(f"{WHERE}{query}").json()["columns"]]  # noqa: E731
    assert shown(creator) == ["title", "created", "state"] != shown(worker)
    assert shown(worker, "?columns=privacy,title") == ["privacy", "title"]
    query = {"q": "pont", "discussed": ["yes"], "odd": "1", "start": "20"}
    assert keep(creator, title="À moi", query=query).status_code == 200
    kept = keep(creator, title="Ponts à discuter", query=query, unit=works)
    assert len(kept.json()["own_searches"]) == 2
    assert codes(keep(creator, title=" ", unit=unit_uid("FIN"))) == (409, ["searches.title", "searches.unit"])
    shared = worker.get(WHERE).json()["own_searches"]
    assert [(one["title"], one["own"], one["shared_with"]) for one in shared] == [("Ponts à discuter", False, "")]
    assert shared[0]["query"] == "q=pont&discussed=yes"
    found = worker.get(f"{WHERE}?{shared[0]['query']}")
    assert [one["cells"]["title"] for one in found.json()["items"]] == ["Pont de bois"]
    assert codes(keep(worker, drop=shared[0]["id"])) == (409, ["searches.not_yours"])
    assert office("finance").get(WHERE).json()["own_searches"] == []
    dropped = keep(creator, drop=shared[0]["id"])
    assert [one["title"] for one in dropped.json()["own_searches"]] == ["À moi"]
    assert worker.get(WHERE).json()["own_searches"] == []
    assert keep(office("citizen"), columns=[]).status_code in (401, 403, 404)


@pytest.mark.requirement("meeting:DSH-2", "meeting:DSH-5")
def test_more_filters_are_there_when_asked_for_and_count_what_the_reader_sees(office):
    creator = office("creator")
    usual = {one["id"] for one in creator.get(WHERE).json()["filters"]}
    more = {one["id"]: one for one in creator.get(f"{WHERE}?more=1").json()["filters"]}
    assert usual < set(more) and {"title", "in_charge", "discussed", "poll", "labels", "creator"} <= set(more) - usual
    assert [(one["title"], one["count"]) for one in more["discussed"]["options"]] == [("Oui", 2), ("Non", 1)]
    assert [one["count"] for one in more["in_charge"]["options"]] == [2]
    assert {one["count"] for one in office("finance").get(f"{WHERE}?more=1").json()["filters"][0]["options"]} <= {0}
    narrowed = creator.get(f"{WHERE}?title=pont&in_charge={unit_uid('FIN')}").json()
    assert narrowed["items_total"] == 1 and {"title", "in_charge"} <= {one["id"] for one in narrowed["filters"]}
    golden("dashboard-own-post", keep(creator, columns=["created"]))


@pytest.mark.requirement("meeting:DSH-2")
def test_the_page_does_it_all_without_scripts(office):
    creator = office("creator")
    keep(creator, columns=["created"], title="À moi", query={"q": "pont"})
    page = creator.get(f"{PAGE}?q=pont&more=1", headers={"Accept": "text/html"}).text
    page = unescape(page)
    assert 'name="discussed:list"' in page and "?q=pont" in page and "À moi" in page
    assert page.count('name="columns:list"') == 12 and page.count('scope="col"') == 3
    assert "keep-search" in page and "drop-search" in page and 'name="unit"' in page
