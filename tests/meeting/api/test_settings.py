"""The settings of a body over HTTP: read, tried, changed, their history; bodies installed."""

import pytest
import transaction
from plone import api

from commune.meeting.workflow.opinions import facts_for_conditions
from tests.golden import golden

PASSWORD = "valmont-demo"
OVER = {"field": "amount_excl_vat", "is": "gt", "value": 500}


@pytest.fixture()
def admin(served):
    served.sitting.portal.acl_users.userFolderAddUser("chief", PASSWORD, ["Site Administrator", "Member"], [])
    transaction.commit()
    return served("chief")


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.mark.requirement("meeting:BOD-1", "meeting:BOD-3", "meeting:ADP-2")
def test_a_change_is_tried_refused_moved_kept_and_told(served, admin):
    sitting = served.sitting.as_user("creator")
    item = sitting.item("Pavement", amount_excl_vat=800)
    sitting.go(item, "propose_to_head")
    transaction.commit()
    document = admin.get("meetings/college/@settings").json()
    state = item.state
    document["levels"] = [level for level in document["levels"] if level["state"] != state]
    document["opinions"]["rows"][0]["automatic"] = OVER
    found = admin.post("meetings/college/@settings-preview", json=document).json()
    assert {one["what"]: one["items"] for one in found["effects"]}["asked"] == [item.UID()]
    assert [one["code"] for one in found["refusals"]] == ["bodies.state_in_use"]
    assert item.UID() in str(found["refusals"][0]["data"])
    assert codes(admin.put("meetings/college/@settings", json=document)) == (409, ["bodies.state_in_use"])
    wish = {"kind": "items", "from": state, "to": "closed", "comment": ""}
    answer = admin.post("meetings/college/@settings-move", json=wish)
    assert codes(answer) == (409, ["bodies.not_movable_to", "transition.comment_required"])
    answer = admin.post("meetings/college/@settings-move", json={**wish, "to": "draft", "comment": "One level less"})
    golden("settings-move-post", answer)
    assert answer.json() == {"moved": 1}
    assert admin.put("meetings/college/@settings", json=document).status_code == 200
    told = admin.get("meetings/college/@settings-history").json()["items"]
    assert [(one["kind"], one["actor"]) for one in told] == [("configured", "chief"), ("mass_move", "chief")]
    places = [one["place"] for one in told[0]["changes"]]
    assert f"/levels/{state}" in places and any("/automatic/" in place for place in places)
    for name in ("settings-preview", "settings-move"):
        refused = [served(who).post(f"meetings/college/@{name}", json={}) for who in ("secretary", "citizen", None)]
        assert {answer.status_code for answer in refused} <= {401, 403, 404}


@pytest.mark.requirement("meeting:BOD-4")
def test_a_condition_is_tried_over_http(served):
    item = served.sitting.as_user("creator").item("Pavement", amount_excl_vat=800)
    transaction.commit()
    path = f"{'/'.join(item.getPhysicalPath()[2:])}/@try-condition"
    answer = served("secretary").post(path, json={"condition": {"not": {"any": [OVER]}}})
    golden("try-condition-post", answer)
    assert answer.json()["holds"] is False
    wrong = {"condition": {"all": [{"field": "colour", "is": "eq", "value": 1}, {"field": "state", "is": "near"}]}}
    assert codes(served("secretary").post(path, json=wrong)) == (
        409, ["condition.unknown_field", "condition.unknown_test"],
    )  # fmt: skip
    assert codes(served("creator").post(path, json={"condition": OVER})) == (409, ["meetings.not_manager"])


@pytest.mark.requirement("meeting:AC-117", "meeting:BOD-5", "meeting:ADP-1")
def test_a_council_installed_by_api_keeps_the_threshold_of_the_day_of_its_meetings(served, admin):
    wish = {"profile": "council_communal", "id": "conseil2", "title": "Conseil", "code": "CO2"}
    assert codes(admin.post("@install-body", json={**wish, "profile": "moon", "id": "A b"})) == (
        409, ["bodies.unknown_profile", "bodies.bad_id"],
    )  # fmt: skip
    assert served("secretary").post("@install-body", json=wish).status_code in (401, 403)
    answer = admin.post("@install-body", json=wish)
    assert answer.status_code == 201
    transaction.begin()
    body = served.sitting.portal.meetings.conseil2
    assert codes(admin.post("@install-body", json=wish)) == (409, ["bodies.double_id"])
    assert "council_communal" in [one["profile"] for one in admin.get("@ready-made-bodies").json()["items"]]
    document = admin.get("meetings/conseil2/@settings").json()
    assert len(document["levels"]) and len(document["agenda"]["rules"]) == 4
    old = document["figures"]["finance_threshold"]
    new = {"value": "35000", "source": "Decree to come", "valid_from": "2027-01-01"}
    document["figures"]["finance_threshold"] = [*old, new]
    assert admin.put("meetings/conseil2/@settings", json=document).status_code == 200
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        december, january = (
            served.sitting.meeting(*when, body=body) for when in ((2026, 12, 17, 20), (2027, 1, 21, 20))
        )
        due = [
            facts_for_conditions(served.sitting.item(body=body, amount_excl_vat=32000, preferred_meeting=one.UID()))
            for one in (december, january)
        ]  # fmt: skip
    assert [one["finance_opinion_due"] for one in due] == [True, False]
