"""@follow-up and @tasks over HTTP."""

import pytest
import transaction

from tests.golden import golden


@pytest.fixture()
def decided(served):
    """The path of an accepted item of the works."""
    sitting = served.sitting.as_user("secretary")
    meeting = sitting.meeting(2027, 1, 11, 9)
    item = sitting.item(title="Pont", unit="TRA", preferred_meeting=meeting.UID(), to_authority=True)
    item.state = "validated"
    sitting.go(item, "present").go(meeting, "freeze", "decide").go(item, "accept")
    transaction.commit()
    return "/".join(item.getPhysicalPath()[2:])


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:FUP-1", "meeting:FUP-3")
def test_follow_up_over_http(served, decided):
    path = f"{decided}/@follow-up"
    ask = {"do": "ask", "text": "<p>Où en est-on ?</p>"}
    assert codes(served("worker").post(path, json=ask)) == (409, ["meetings.not_manager"])
    assert served("secretary").post(path, json=ask).json()["needed"]
    given = served("worker").post(path, json={"do": "give", "text": "<p>Terminé.</p>"})
    golden("follow-up-post", given)
    assert (given.json()["provided"], given.json()["supervision"]["standing"]) == (True, "to_send")
    track = {"do": "supervision", "sent": "2026-01-05", "received": "bientôt", "prorogation": "x"}
    assert codes(served("secretary").post(path, json=track)) == (409, ["followup.unreadable"] * 2)
    track = {"do": "supervision", "kind": "approval", "sent": "2026-01-05", "received": "2026-01-07", "prorogation": 15}
    assert codes(served("worker").post(path, json=track)) == (409, ["meetings.not_manager"])
    answer = served("secretary").post(path, json=track).json()["supervision"]
    assert (answer["due"], answer["standing"], answer["executable_on"]) == ("2026-02-23", "lapsed", "2026-02-24")
    (clock,) = served("worker").get(f"{decided}/@deadlines").json()["items"]
    assert (clock["id"], clock["due"], clock["trace"][-1]["rule"]) == ("supervision", "2026-02-23", "roll")
    assert served("secretary").post(path, json={"do": "dance"}).status_code == 400
    assert {served(name).get(path).status_code for name in ("counter", "councillor", None)} == {404}


@pytest.mark.requirement("meeting:FUP-2", "core:1.11")
def test_tasks_over_http(served, decided):
    wish = {"title": "Commander les pierres", "service": "POP", "due": "2099-01-11", "description": "Deux palettes"}
    assert served("worker").post(f"{decided}/@tasks", json=wish).status_code == 401
    made = served("secretary").post(f"{decided}/@tasks", json=wish)
    golden("tasks-post", made)
    task = made.json()["@id"].partition("/plone/")[2]
    assert codes(served("secretary").post(f"{decided}/@tasks", json={"service": "NO"})) == (
        409, ["task.title", "task.service"],
    )  # fmt: skip
    assert served("secretary").post(f"{decided}/@tasks", json={**wish, "due": "demain"}).status_code == 400
    assert served("counter").get(task).json()["about"] is None, "its service does not read the item"
    assert served("counter").post(f"{task}/@task", json={"note": "Devis demandé"}).status_code == 200
    assert codes(served("counter").post(f"{task}/@task", json={"title": "Rien"})) == (409, ["task.not_yours"])
    assert served("secretary").post(f"{task}/@task", json={"assignee": "counter"}).json()["assignee"] == "counter"
    assert served("counter").post(f"{task}/@transitions", json={"transition": "finish"}).json()["state"] == "done"
    listed = served("worker").get(f"{decided}/@tasks").json()
    assert ([one["state"] for one in listed["items"]], listed["rate_on_time"]) == (["done"], 1.0)
    assert {served(name).get(f"{task}/@task").status_code for name in ("urbanist", "councillor", None)} == {404}
