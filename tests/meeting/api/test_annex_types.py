"""Types of annexes of a body over HTTP: what they offer, whom they are kept from, and what the lists tell."""

import base64
import io
import zipfile

import pytest
import transaction

from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import children
from commune.meeting.workflow.configuration import configure
from tests.golden import golden
from tests.meeting.api.test_leaks import observers, path_of

TYPES = [
    {"id": "report", "title": "Rapport", "default_title": "Rapport du service", "icon": "contenttype/document",
     "pdf_only": False, "managers_see": ["approve"], "managers_set": ["sign"], "defaults": ["to_print"]},
    {"id": "budget", "title": "Annexe budgétaire", "parent": "report", "services": ["FIN"]},
    {"id": "ruling", "title": "Pièce de la direction", "managers_only": True, "pdf_only": True},
    {"id": "old", "title": "Ancien", "enabled": False},
]  # fmt: skip


def sent(category, **more):
    data = base64.b64encode(b"note").decode()
    return {"filename": "note.txt", "data": data, "category": category, **more}


def codes(answer):
    return answer.status_code, sorted(one["code"] for one in answer.json()["error"]["refusals"])


@pytest.fixture()
def item(served):
    """A draft of the works in a body with its own types."""
    sitting = served.sitting.as_user("secretary")
    document = sitting.college.document
    document["annexes"]["types"] = TYPES
    configure(sitting.college, document, "secretary")
    made = sitting.as_user("creator").item(title="Pont", unit="TRA")
    transaction.commit()
    return made


@pytest.mark.requirement("meeting:ANX-1", "meeting:ANX-2")
def test_a_type_says_who_chooses_it_and_what_it_proposes(served, item):
    path, creator = f"{path_of(item)}/@annexes", served("creator")
    assert codes(creator.post(path, json=sent("ruling")))[1] == ["category.managers_only"]
    assert codes(creator.post(path, json=sent("budget"))) == (409, ["category.not_for_you"])
    assert codes(creator.post(path, json=sent("old"))) == (409, ["category.disabled"])
    assert codes(creator.post(path, json=sent("plan"))) == (409, ["category.unknown"])
    assert codes(creator.post(path, json=sent("report", to_sign=True))) == (409, ["annex.flag_managers"])
    made = creator.post(path, json=sent("report"))
    golden("annexes-post-typed", made)
    annex = made.json()
    assert (annex["title"], annex["flags"], annex["type"]["title"]) == ("Rapport du service", ["to_print"], "Rapport")
    where = annex["@id"].partition("/plone/")[2]
    assert codes(creator.call("PATCH", where, json={"approved": True, "signed": True, "category": "ruling"})) == (
        409, ["annex.flag_managers", "annex.flag_managers", "category.managers_only", "category.pdf_only"])  # fmt: skip
    assert creator.call("PATCH", where, json={"title": "Note", "to_print": False, "publishable": True}).json()[
        "flags"
    ] == ["publishable"]
    assert served("counter").call("PATCH", where, json={"title": "Autre"}).status_code == 404
    transaction.begin()
    item.state = "validated"
    item.reindexObject()
    item.reindexObjectSecurity()
    transaction.commit()
    refused = creator.call("PATCH", where, json={"title": "Autre"})
    assert codes(refused) == (409, ["annexes.not_changeable"]), "the item is the managers' now"


@pytest.mark.requirement("meeting:ANX-2")
def test_a_flag_kept_to_managers_is_seen_set_and_found_by_them_alone(served, item):
    annex = attach(item, "note.txt", b"note", "report", title="Note")
    item.state = "validated"
    item.reindexObject()
    item.reindexObjectSecurity()
    transaction.commit()
    where, board = path_of(annex), "meetings/college/@dashboard/meeting.items?files=to_approve"
    assert served("secretary").call("PATCH", where, json={"to_approve": True}).json()["flags"] == [
        "to_print",
        "to_approve",
    ]
    seen = {}
    for name in ("secretary", "creator"):
        client = served(name)
        listed = client.get(f"{path_of(item)}/@annexes").json()["items"][0]["flags"]
        seen[name] = (listed, client.get(board).json()["items_total"], client.get(
            "@search?portal_type=annex&annex_flags=to_approve&metadata_fields=_all").json()["items_total"])  # fmt: skip
    assert seen == {"secretary": (["to_print", "to_approve"], 1, 0), "creator": (["to_print"], 0, 0)}
    assert "to_approve" not in served("creator").get(f"{path_of(item)}/@journal").text


@pytest.mark.requirement("meeting:AC-71", "meeting:ANX-2", "meeting:ANX-4")
def test_four_files_one_confidential(served):
    sitting = served.sitting.as_user("secretary")
    observers(sitting)
    item = sitting.item(title="Trottoirs")
    item.state = "validated"
    for number in range(3):
        attach(item, "plan.txt", b"plan", title=f"Plan {number}")
    hidden = attach(item, "zizanie.txt", b"secret", title="Zizanie", confidential=True, publishable=True)
    item.reindexObject()
    item.reindexObjectSecurity()
    transaction.commit()
    told = {}
    for name in ("councillor", "secretary"):
        client = served(name)
        packed = client.get(f"{path_of(item)}/@annexes-zip")
        board = "meetings/college/@dashboard/meeting.items?files"
        told[name] = (
            len(client.get(f"{path_of(item)}/@annexes").json()["items"]),
            sorted(zipfile.ZipFile(io.BytesIO(packed.content)).namelist()),
            client.get(f"{path_of(hidden)}/@@download/file").status_code,
            [client.get(f"{board}={flag}").json()["items_total"] for flag in ("publishable", "any", "to_sign")],
        )
    plans = ["plan (2).txt", "plan (3).txt", "plan.txt"]
    assert told == {
        "councillor": (3, plans, 404, [0, 1, 0]),
        "secretary": (4, [*plans, "zizanie.txt"], 200, [1, 1, 0]),
    }
    page = served("councillor").get(f"{path_of(item)}/@@manage-annexes", headers={"Accept": "text/html"})
    assert page.status_code == 200 and "Zizanie" not in page.text and "Plan 2" in page.text
    chosen = served("councillor").get(f"{path_of(item)}/@annexes-zip?uids={hidden.UID()}")
    assert codes(chosen) == (409, ["annexes.none_chosen"])
    assert served("counter").get(f"{path_of(item)}/@annexes-zip").status_code == 404


@pytest.mark.requirement("meeting:ANX-4")
def test_several_files_at_once(served, item):
    made = [attach(item, f"{name}.txt", b"note", "item_annex", title=name) for name in "abc"]
    made[2].signed = made[2].to_sign = True
    made[2].reindexObject()
    transaction.commit()
    a, b, c = (annex.UID() for annex in made)
    where, creator = f"{path_of(item)}/@annexes-batch", served("creator")
    assert creator.post(where, json={"do": "order", "annexes": [c, a]}).json()["annexes"] == [c, a, b]
    flagged = creator.post(where, json={"do": "flag", "annexes": [a, b], "flags": {"to_print": True}}).json()
    assert sorted(flagged["done"]) == sorted([a, b])
    assert codes(creator.post(where, json={"do": "concatenate", "annexes": [a]})) == (409, ["annexes.not_pdf"])
    assert codes(creator.post(where, json={"do": "flag", "annexes": [a], "flags": {"odd": 1}})) == (
        409, ["annexes.no_flag"])  # fmt: skip
    taken = creator.post(where, json={"do": "delete", "annexes": [a, c]})
    golden("annexes-batch-post", taken)
    assert taken.json()["done"] == [a]
    assert [one["refusals"][0]["code"] for one in taken.json()["not_done"]] == ["annex.signed"]
    transaction.begin()
    assert [annex.UID() for annex in children(item, "annex")] == [c, b]
    assert served("counter").post(where, json={"do": "delete", "annexes": [b]}).status_code == 404
