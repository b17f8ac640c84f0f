"""@legal-clock and @urgency over HTTP."""

from datetime import timedelta

import pytest
import transaction

from commune.core.content.clock import now, today
from commune.meeting.workflow.presence import usual_sheet
from commune.meeting.workflow.session import set_members
from commune.meeting.workflow.urgency import needed, presents
from tests.golden import golden


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:MTG-8")
def test_the_legal_clock_over_http(served):
    meeting = served.sitting.as_user("secretary").meeting(2099, 10, 22, 20, body=served.sitting.council)
    transaction.commit()
    path = f"{path_of(meeting)}/@legal-clock"
    wish = {"act": "convocation", "moment": "2026-10-14T10:00", "reason": ""}
    for name in ("councillor", "creator", None):
        assert served(name).call("PATCH", path, json=wish).status_code == 404
    assert codes(served("secretary").call("PATCH", path, json={**wish, "moment": "hier"})) == (
        409, ["meetings.date_unreadable"],
    )  # fmt: skip
    answer = served("secretary").call("PATCH", path, json=wish)
    golden("legal-clock-patch", answer)
    (convocation, *_rest) = answer.json()["items"]
    assert (convocation["latest"], convocation["colour"]) == ("2099-10-14", "green")
    assert convocation["trace"] and convocation["done"] == "2026-10-14T10:00:00+02:00"
    transaction.begin()
    served.sitting.go(meeting, "freeze")
    transaction.commit()
    assert codes(served("councillor").call("PATCH", path, json=wish)) == (409, ["meetings.not_manager"])
    assert served("councillor").get(path).status_code == 200


@pytest.mark.requirement("meeting:AC-55")
def test_the_vote_on_urgency_over_http(served):
    sitting, day = served.sitting.as_user("secretary"), today() + timedelta(days=30)
    meeting = sitting.meeting(day.year, day.month, day.day, 20, body=sitting.council)
    meeting.convocation_date = now().date()
    sitting.go(meeting, "freeze", "publish", "open_session")
    set_members(meeting, usual_sheet(meeting).members, "secretary")
    item = sitting.item(title="Mur effondré", body=sitting.council, preferred_meeting=meeting.UID())
    item.state = "validated"
    sitting.go(item, "present")
    here, enough, path = presents(item), needed(item), f"{path_of(item)}/@urgency"
    transaction.commit()
    assert served("secretary").get(path).json()["needed"] == enough
    few = {"in_favour": list(here[: enough - 1]), "motivation": "Danger"}
    assert codes(served("creator").post(path, json=few)) == (409, ["meetings.not_manager"])
    assert served("secretary").post(path, json={"in_favour": "all"}).status_code == 400
    assert codes(served("secretary").post(path, json={**few, "motivation": ""}))[1] == ["items.urgency_not_motivated"]
    answer = served("secretary").post(path, json=few).json()
    assert ([one["code"] for one in answer["rejected"]], answer["urgent"]) == (["items.urgency_rejected"], False)
    assert served("secretary").get(f"{path_of(item)}/@item").json()["state"] == "validated"
    assert {served(name).get(path).status_code for name in ("finance", "citizen", None)} == {404}
