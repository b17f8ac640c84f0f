"""@organisation, @persons and @documents over HTTP."""

from datetime import date

import pytest
import transaction
from zope.component import getGlobalSiteManager

from commune.core.documents.registry import Document
from commune.core.interfaces import IDocument
from commune.core.workflow.creation import create
from tests.golden import golden


def test_agents_read_the_tree_and_who_sits_others_do_not(served, server):
    portal = server["portal"]
    finances = create(portal, "organisation_unit", title="Tried finances", code="TRIED_FIN")
    create(finances, "organisation_unit", title="Tried taxes", code="TRIED_TAX")
    person = create(portal, "person", last_name="Lambert", first_name="Anne", gender="f")
    create(person, "mandate", title="m", role="mayor", body="tried_board", start=date(2024, 12, 2), rank=1)
    transaction.commit()
    units = {unit["code"]: unit for unit in served("otto").get("@organisation").json()["units"]}
    assert [(u["code"], u["title"]) for u in units["TRIED_FIN"]["units"]] == [("TRIED_TAX", "Tried taxes")]
    golden("persons-get", served("otto").get("@persons?body=tried_board&day=2026-05-04"))
    assert served("otto").get("@persons?day=tomorrow").status_code == 400
    assert [served().get(path).status_code for path in ("@organisation", "@persons")] == [401, 401]


@pytest.mark.requirement("core:1.15")
def test_a_contributor_makes_a_document_and_a_reader_does_not(served, tmp_path):
    path = tmp_path / "template.txt"
    path.write_text("Bonjour", encoding="utf-8")
    made = Document("tried.letter", "Letter", ("tried_dossier",), path, lambda _dossier: {}, formats=("odt",))
    getGlobalSiteManager().registerUtility(made, IDocument, made.id)
    try:
        golden("documents-get", served("carl").get("d1/@documents"))
        answer = served("carl").post("d1/@documents", json={"document": "tried.letter"})
        assert (answer.status_code, answer.json()["filename"]) == (201, "Letter T-1.odt")
        golden("documents-post-refused", served("carl").post("d1/@documents", json={"document": "other"}))
        assert served("olga").post("d1/@documents", json={"document": "tried.letter"}).status_code == 401
        assert served("otto").get("d1/@documents").status_code == 404
    finally:
        getGlobalSiteManager().unregisterUtility(made, IDocument, made.id)
