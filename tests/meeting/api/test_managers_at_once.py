"""Several managers at the same agenda, over real HTTP: no gap, no double, nothing half done."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
import transaction
from ZPublisher.HTTPRequest import HTTPRequest

ITEMS, SESSIONS, TURNS = 12, 4, 50
RETRIES = 10
"""As buildout.cfg sets them for every instance (max-conflict-retries)."""


@pytest.fixture()
def agenda(served):
    """A meeting of twelve items, and the paths of everything."""
    sitting = served.sitting.as_user("secretary")
    meeting = sitting.meeting(2027, 1, 11, 9)
    items = [sitting.item(title=f"Point {number}") for number in range(1, ITEMS + 1)]
    for item in items:
        item.state = "validated"
        sitting.go(item, "present")
    transaction.commit()
    path = "/".join(meeting.getPhysicalPath()[2:])
    return path, {item.UID(): "/".join(item.getPhysicalPath()[2:]) for item in items}


def numbers(client, path):
    return [line["number"] for line in client.get(f"{path}/@agenda").json()["items"]]


@pytest.mark.requirement("meeting:AC-23")
def test_the_second_of_two_managers_gets_the_fresh_list(served, agenda):
    path, _items = agenda
    one, other = served("secretary"), served("manager")
    seen = one.get(f"{path}/@agenda").json()
    move = lambda at, to: {"do": "to", "item": seen["items"][at - 1]["uid"], "number": to, "version": seen["version"]}  # noqa: E731
    assert one.post(f"{path}/@agenda", json=move(5, "2")).status_code == 200
    stale = other.post(f"{path}/@agenda", json=move(8, "3"))
    assert (stale.status_code, stale.json()["error"]["refusals"][0]["code"]) == (409, "agenda.stale")
    assert numbers(other, path) == [str(number) for number in range(1, ITEMS + 1)]
    moved = [entry for entry in one.get(f"{path}/@journal").json()["items"] if entry["kind"] == "agenda_moved"]
    assert len(moved) == 1


@pytest.mark.requirement("meeting:AC-23", "meeting:ORD-9", "meeting:NFR-1")
def test_two_hundred_acts_of_four_sessions_leave_neither_gap_nor_double(served, agenda, monkeypatch):
    monkeypatch.setattr(HTTPRequest, "retry_max_count", RETRIES)
    path, items = agenda
    with ThreadPoolExecutor(SESSIONS) as sessions:
        work = [sessions.submit(_session, served(name), path, items, seed)
                for seed, name in enumerate(("secretary", "manager", "secretary", "manager"))]  # fmt: skip
        codes = [code for done in work for code in done.result()]
    assert (len(codes), set(codes) - {200, 204, 409}) == (SESSIONS * TURNS, set())
    client = served("secretary")
    lines = client.get(f"{path}/@agenda").json()["items"]
    masters = [line["number"] for line in lines if "." not in line["number"]]
    assert masters == [str(number) for number in range(1, len(masters) + 1)]
    assert _subs_follow([line["number"] for line in lines])
    standing = {uid: client.get(f"{item}/@item").json()["state"] for uid, item in items.items()}
    on_agenda = [line["uid"] for line in lines]
    assert sorted(on_agenda) == sorted(uid for uid, state in standing.items() if state == "presented")


def _subs_follow(found):
    """Whether each sub-item comes right after the number before it."""
    for before, number in zip(["0", *found], found, strict=False):
        master, _dot, sub = number.partition(".")
        expected = f"{master}.{int(sub) - 1}" if sub not in ("", "1") else master
        if sub and before != expected:
            return False
    return True


def _session(client, path, items, seed):
    """Moves, removals and insertions as they come; the codes of the answers."""
    dice, codes = random.Random(seed), []
    for _turn in range(TURNS):
        uid = dice.choice(list(items))
        act = dice.choice(("move", "move", "insert", "remove"))
        if act == "move":
            number = dice.choice(("1", "2", "3", "5", "8", "2.1", "4.1"))
            answer = client.post(f"{path}/@agenda", json={"do": "to", "item": uid, "number": number})
        else:
            transition = "present" if act == "insert" else "back_to_validated"
            answer = client.post(f"{items[uid]}/@transitions", json={"transition": transition})
        codes.append(answer.status_code)
    return codes
