"""@agenda over HTTP: the manager moves items, the page that is stale gets the fresh agenda, others nothing."""

import random

import pytest
import transaction

from commune.meeting.workflow import agenda as work
from tests.golden import golden


@pytest.fixture()
def meeting(served):
    """A meeting of the College with three items on its agenda."""
    sitting = served.sitting.as_user("secretary")
    made = sitting.meeting(2027, 1, 11, 9)
    for title in ("Un", "Deux", "Trois"):
        item = sitting.item(title=title)
        item.state = "presented"
        work.put_on(made, item)
        item.reindexObject()
    transaction.commit()
    return made


def test_only_managers_move_items(served, meeting):
    path = "/".join(meeting.getPhysicalPath()[2:])
    first = served("secretary").get(f"{path}/@agenda").json()
    golden("agenda-get", served("secretary").get(f"{path}/@agenda"))
    wish = {"do": "down", "item": first["items"][0]["uid"], "version": first["version"]}
    assert [served(name).post(f"{path}/@agenda", json=wish).status_code for name in ("creator", None)] == [404, 404]
    moved = served("secretary").post(f"{path}/@agenda", json=wish)
    golden("agenda-post", moved)
    assert [line["title"] for line in moved.json()["items"]] == ["Deux", "Un", "Trois"]


@pytest.mark.requirement("meeting:ORD-9", "meeting:NFR-1")
def test_a_stale_page_is_refused_and_nothing_half_done(served, meeting):
    path = "/".join(meeting.getPhysicalPath()[2:])
    seen = served("secretary").get(f"{path}/@agenda").json()
    wishes = [{"do": "to", "item": seen["items"][i]["uid"], "number": "1", "version": seen["version"]} for i in (1, 2)]
    answers = [served("secretary").post(f"{path}/@agenda", json=wish) for wish in wishes]
    golden("agenda-post-stale", answers[1])
    assert [answer.status_code for answer in answers] == [200, 409]
    now = served("secretary").get(f"{path}/@agenda").json()
    assert [line["number"] for line in now["items"]] == ["1", "2", "3"]
    assert [line["title"] for line in now["items"]] == ["Deux", "Un", "Trois"]


def test_an_unknown_act_is_a_bad_request(served, meeting):
    path = "/".join(meeting.getPhysicalPath()[2:])
    assert served("secretary").post(f"{path}/@agenda", json={"do": "shuffle"}).status_code == 400


def test_many_moves_leave_neither_gap_nor_double(served, meeting):
    path, client = "/".join(meeting.getPhysicalPath()[2:]), served("secretary")
    dice = random.Random(7)
    for _turn in range(20):
        seen = client.get(f"{path}/@agenda").json()
        uid = dice.choice(seen["items"])["uid"]
        client.post(f"{path}/@agenda", json={"do": "to", "item": uid, "number": str(dice.randint(1, 4))})
    numbers = [line["number"] for line in client.get(f"{path}/@agenda").json()["items"]]
    assert numbers == ["1", "2", "3"]
