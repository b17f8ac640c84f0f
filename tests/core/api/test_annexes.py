"""@annexes over HTTP: as the weakest who may, and the next weaker."""

import base64

import pytest
import transaction

from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.annexes import attach
from tests.golden import golden

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
BODY = {"filename": "Plan.pdf", "data": base64.b64encode(PDF).decode(), "category": "plan", "to_print": True}


@pytest.mark.requirement("core:1.8")
def test_a_contributor_brings_a_file_a_reader_fetches_it_an_outsider_sees_nothing(served):
    answer = served("carl").post("d1/@annexes", json=BODY)
    golden("annexes-post", answer)
    golden("annexes-get", served("olga").get("d1/@annexes"))
    address = answer.json()["@id"].partition("/plone/")[2]
    file = served("olga").get(f"{address}/@@download/file")
    assert (file.status_code, file.content, file.headers["X-Content-Type-Options"]) == (200, PDF, "nosniff")
    assert file.headers["Content-Disposition"].startswith("attachment")
    inline = served("olga").get(f"{address}/@@display-file/file")
    assert inline.headers["Content-Disposition"].startswith("attachment")
    refused = [served(name).get(path).status_code for name in ("otto", None) for path in ("d1/@annexes", address)]
    assert refused == [404, 404, 404, 404]


def test_a_reader_does_not_add(served):
    assert served("olga").post("d1/@annexes", json=BODY).status_code in (401, 403)
    assert served("otto").post("d1/@annexes", json=BODY).status_code == 404


def test_a_form_with_a_file_does_as_well_and_the_second_time_warns(served):
    answers = [served("carl").post("d1/@annexes", files={"file": ("a.pdf", PDF)}) for _n in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert [answer.json()["warnings"] for answer in answers] == [[], [{"code": "annex.duplicate", "title": "a"}]]


def test_what_cannot_be_read_is_400_what_is_refused_409(served):
    assert served("carl").post("d1/@annexes", json={**BODY, "data": "%%"}).status_code == 400
    answer = served("carl").post("d1/@annexes", json={**BODY, "filename": "plan.png"})
    golden("annexes-post-refused", answer)
    assert answer.status_code == 409


@pytest.mark.requirement("core:DOC-6")
def test_a_confidential_file_is_not_found_and_not_counted(served):
    annex = attach(served.dossier, "secret.pdf", PDF, confidential=True, actor=SYSTEM)
    transaction.commit()
    address = f"d1/{annex.getId()}"
    assert [len(served(name).get("d1/@annexes").json()["items"]) for name in ("edith", "carl")] == [1, 0]
    assert [served(name).get(address).status_code for name in ("edith", "carl")] == [200, 404]
    assert served("carl").get(f"{address}/@@download/file").status_code == 404
