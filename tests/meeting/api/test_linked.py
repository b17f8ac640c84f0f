"""@linked-items over HTTP, and the panel of the item."""

from html import unescape

import pytest
import transaction

from tests.meeting.api.test_leaks import path_of


@pytest.fixture()
def items(served):
    sitting = served.sitting.as_user("creator")
    made = [sitting.item(title=f"Cimetière {name}", unit="ADM") for name in "abc"]
    made.append(sitting.item(title="Xylophone", unit="ADM", privacy="secret"))
    sitting.item(title="Autre", unit="TRA")
    transaction.commit()
    return made


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:4.1", "meeting:AC-77")
def test_a_link_joins_whole_groups_and_says_nothing_of_what_one_may_not_read(served, items):
    one, two, three, closed = items
    path = f"{path_of(one)}/@linked-items"
    creator = served("creator")
    creator.post(f"{path_of(two)}/@linked-items", json={"items": [three.UID()]})
    told = creator.post(path, json={"items": [two.UID(), closed.UID()]}).json()
    assert {line["title"] for line in told["items"]} == {"Cimetière b", "Cimetière c", "Xylophone"}
    transaction.begin()
    assert [len(item.links) for item in items] == [3, 3, 3, 3]
    closed.state, one.state = "validated", "validated"
    closed.reindexObject()
    transaction.commit()
    assert codes(creator.post(path, json={"items": [one.UID(), "nowhere"]}))[1][:1] == ["linked.not_yours"]
    assert served("citizen").get(path).status_code == 404 and served(None).get(path).status_code == 404


def test_every_fault_at_once(served, items):
    path = f"{path_of(items[0])}/@linked-items"
    answer = served("creator").post(path, json={"items": [items[0].UID(), "nowhere"]})
    assert codes(answer) == (409, ["linked.unknown", "linked.itself"])
    assert codes(served("creator").post(path, json={"away": items[1].UID()})) == (409, ["linked.not_linked"])


def test_the_screen_finds_links_and_takes_away(served, items):
    one, two, *_others = items
    creator, html = served("creator"), {"Accept": "text/html"}
    found = creator.get(f"{path_of(one)}/@@link-items?q=cimeti", headers=html)
    assert found.status_code == 200 and two.UID() in found.text and one.UID() not in found.text.split("link-found")[-1]
    creator.post(f"{path_of(one)}/@linked-items", json={"items": [two.UID()]})
    assert "Cimetière b" in unescape(creator.get(path_of(one), headers=html).text)
    assert creator.post(f"{path_of(one)}/@linked-items", json={"away": two.UID()}).json()["items"] == []
    assert served("citizen").get(f"{path_of(one)}/@@link-items?q=cimeti", headers=html).status_code == 404
