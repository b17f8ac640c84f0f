"""Opinions over HTTP: what each is told of them, and what is refused with every reason."""

import pytest
import transaction

from commune.meeting.rules.ready_made import ready_made
from commune.meeting.rules.records import to_json
from commune.meeting.workflow.configuration import configure
from tests.golden import golden


@pytest.fixture()
def path(served):
    """An item of the head above the threshold, with an opinion asked from finance in ten days."""
    sitting = served.sitting.as_user("secretary")
    document = sitting.college.document
    rows = [{**row, "service": "FIN"} for row in to_json(ready_made("college_communal").opinions.rows)]
    document["opinions"] |= {"rows": rows, "give": ["proposed_to_head"], "view": ["proposed_to_head"]}
    configure(sitting.college, document, "secretary")
    item = sitting.as_user("creator").item("Marché", unit="URB", amount_excl_vat=45000)
    sitting.go(item, "propose_to_head")
    transaction.commit()
    return "/".join(item.getPhysicalPath()[2:])


@pytest.mark.requirement("meeting:AC-65", "meeting:ADV-3", "meeting:ADV-8")
def test_the_delay_of_an_opinion_and_what_it_says(served, path):
    where, delay = f"{path}/@item-opinions", {"do": "change_delay", "service": "FIN", "row": "finance_20"}
    golden("item-opinions-get", served("finance").get(where))
    refused = served("head").post(where, json=delay)
    assert [one["code"] for one in refused.json()["error"]["refusals"]] == [
        "opinions.delay_not_offered", "opinions.comment_required",
    ]  # fmt: skip
    golden("item-opinions-post", served("secretary").post(where, json=delay | {"comment": "prorogation demandée"}))
    wish = {"do": "give", "service": "FIN", "sense": "negative", "comment": "", "commitment": "E/12"}
    golden("item-opinions-post-refused", served("finance").post(where, json=wish))
    assert served("finance").post(where, json=wish | {"comment": "Trop cher"}).status_code == 200
    (shown,) = served("head").get(where).json()["opinions"]
    assert (shown["state"], shown["comment"], shown["commitment"]) == ("given", "Trop cher", "E/12")
    assert served("worker").get(where).status_code == 404
    assert served("head").post(where, json={"do": "unknown"}).status_code == 400
