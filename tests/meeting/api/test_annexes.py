"""Files of an item: who adds and takes out which, over HTTP and on its page."""

import base64
import json

import pytest
import transaction

from commune.core.content.clock import now
from commune.core.rules.opinions import Sense
from commune.core.workflow.lookup import children
from commune.meeting.content.opinions import OpinionFile, keep_opinion_files, opinion_files
from commune.meeting.rules.opinions import Opinion, give
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.opinions import archived
from tests.golden import golden


def path_of(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


def file(category):
    return {"filename": "note.txt", "data": base64.b64encode(b"note").decode(), "category": category, "title": category}


def codes(answer):
    return answer.status_code, [one["code"] for one in answer.json()["error"]["refusals"]]


@pytest.fixture()
def item(served):
    """A validated item of the works, with a given opinion."""
    sitting = served.sitting.as_user("creator")
    made = sitting.item(title="Pont", unit="TRA")
    made.state = "validated"
    opinion = give(Opinion("FIN"), Sense.POSITIVE, "", now(), "finance", archived(made))
    keep_opinion_files(made, {"FIN": OpinionFile(opinion)})
    made.reindexObject()
    made.reindexObjectSecurity()
    transaction.commit()
    return made


@pytest.mark.requirement("meeting:AC-111", "meeting:ANX-3")
def test_after_validation_the_service_adds_files_of_the_decision_only(served, item):
    path = f"{path_of(item)}/@annexes"
    refused = served("creator").post(path, json=file("item_annex"))
    golden("annexes-post-kind-refused", refused)
    assert codes(refused) == (409, ["annexes.kind_not_yours"])
    made = served("creator").post(path, json=file("decision_annex")).json()["@id"].partition("/plone/")[2]
    assert codes(served("creator").call("DELETE", made)) == (409, ["annexes.not_removable"])
    transaction.begin()
    assert len(opinion_files(item)["FIN"].opinion.versions) == 2
    college = served.sitting.as_user("secretary").college
    document = college.document
    document["adaptations"] = [*document["adaptations"], "delete_own_decision_annexes"]
    configure(college, document, "secretary")
    transaction.commit()
    assert codes(served("worker").call("DELETE", made)) == (409, ["annexes.not_removable"]), "not the worker's own"
    assert served("creator").call("DELETE", made).status_code == 204
    assert {served(name).call("DELETE", path_of(item)).status_code for name in ("counter", None)} == {404}


@pytest.mark.requirement("meeting:AC-111", "meeting:ADV-14")
def test_a_manager_adds_a_file_and_the_given_opinion_has_a_new_version(served, item):
    made = served("secretary").post(f"{path_of(item)}/@annexes", json=file("item_annex"))
    assert made.status_code == 201
    transaction.begin()
    assert len(opinion_files(item)["FIN"].opinion.versions) == 2
    shown = json.dumps(served("creator").get(f"{path_of(item)}/@history").json())
    assert children(item, "annex")[0].UID() + ":1" not in shown, "a version tells of no file"
    gone = served("secretary").call("DELETE", made.json()["@id"].partition("/plone/")[2])
    assert gone.status_code == 204
