"""@interests and @attendance-statistics over HTTP."""

import pytest
import transaction

from commune.meeting.workflow.interests import members_for
from commune.meeting.workflow.presence import usual_sheet
from commune.meeting.workflow.session import set_members
from tests.golden import golden


@pytest.fixture()
def item(served):
    sitting = served.sitting.as_user("secretary")
    meeting = sitting.meeting(2027, 1, 28, 20, body=sitting.council)
    made = sitting.item(title="Marché de voirie", body=sitting.council, preferred_meeting=meeting.UID())
    made.state = "validated"
    sitting.go(made, "present")
    set_members(meeting, usual_sheet(meeting).members, "secretary")
    transaction.commit()
    return made


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:ATT-8")
def test_interests_over_http(served, item):
    path = f"{'/'.join(item.getPhysicalPath()[2:])}/@interests"
    member = next(uid for uid, seat in members_for(item).items() if seat.last_name == "Florval")
    wish = {"do": "declare", "member": member}
    assert codes(served("creator").post(path, json=wish)) == (409, ["interests.not_yours"])
    answer = served("secretary").post(path, json=wish)
    golden("interests-post", answer)
    assert [one["member"] for one in answer.json()["declared"]] == [member]
    assert served("creator").get(path).json()["declared"] == [], "readers who are neither learn nothing here"
    told = {name: served(name).get(path.replace("@interests", "@journal")).text for name in ("creator", "secretary")}
    assert ("Florval" in told["creator"], "Florval" in told["secretary"]) == (False, True)
    assert served("secretary").post(path, json={"do": "sing"}).status_code == 400
    assert served("secretary").post(path, json={"do": "take_back", "member": member}).json()["declared"] == []
    assert {served(name).get(path).status_code for name in ("finance", "citizen", None)} == {404}


@pytest.mark.requirement("meeting:ATT-10")
def test_attendance_of_a_period_over_http(served, item):
    path = "meetings/council/@attendance-statistics?from=2027-01-01&until=2027-06-30"
    answer = served("secretary").get(path)
    assert (answer.json()["meetings"], answer.json()["items"][0]["rate"]) == (1, 1.0)
    assert codes(served("secretary").get(f"{path}x")) == (400, ["statistics.day"])
    assert [served(name).get(path).status_code for name in ("councillor", "creator", "citizen")] == [403, 403, 404]
