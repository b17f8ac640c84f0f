"""@items over HTTP: creators propose for their service, all faults come at once."""

import pytest

from tests.golden import golden

WISH = {
    "unit": "TRA",
    "fields": {"title": "Réfection d'un trottoir", "decision": "<p>Accord.</p>", "amount_excl_vat": "12000.50"},
    "transitions": ["propose_to_head", "validate"],
}


@pytest.mark.requirement("meeting:API-2")
def test_a_creator_proposes_and_the_transitions_stop_softly(served):
    answer = served("creator").post("meetings/college/@items", json=WISH)
    golden("items-post", answer)
    made = answer.json()
    assert (answer.status_code, made["state"]) == (201, "proposed_to_head")
    assert [warning["code"] for warning in made["warnings"]] == ["transition.unavailable"]
    assert made["fields"]["amount_excl_vat"] == "12000.50"


def test_all_faults_at_once_and_nothing_made(served):
    wish = {"unit": "FIN", "fields": {"colour": "red", "amount_excl_vat": "many", "notes": "x"}}
    answer = served("creator").post("meetings/college/@items", json=wish)
    golden("items-post-refused", answer)
    places = [refusal["place"] for refusal in answer.json()["error"]["refusals"]]
    assert (answer.status_code, places) == (
        400,
        ["responsible_unit", "title", "colour", "amount_excl_vat", "notes"],
    )
    assert served("secretary").get("meetings/college/@items").json()["items_total"] == 0


def test_an_item_is_read_by_its_service_and_not_by_another(served):
    path = served("creator").post("meetings/college/@items", json=WISH).json()["@id"].partition("/plone/")[2]
    assert [served(name).get(f"{path}/@item").status_code for name in ("creator", "finance", None)] == [200, 404, 404]
    assert served("finance").get("meetings/college/@items").json()["items_total"] == 0
    assert served("citizen").get("meetings/college/@items").status_code == 404
