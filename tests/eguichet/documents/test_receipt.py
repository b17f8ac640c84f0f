"""The receipt that the citizen keeps."""

import io
import zipfile

import pytest

from commune.core.documents.registry import produce
from commune.eguichet.documents.receipt import facts
from tests.eguichet.filling import nrn, sent


@pytest.fixture()
def receipt(portal):
    made = produce(sent(portal, needs_author="no"), "eguichet.receipt", "odt")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return package.read("content.xml").decode()


@pytest.mark.requirement("eguichet:E-9")
def test_it_says_what_was_received_and_when_and_hashes_the_files(portal, receipt):
    annex = next(iter(portal.requests.objectValues())).objectValues()[0].objectValues()[0]
    for text in ("VAL-PU-", "Construire un garage", "Urbanisme et aménagement du territoire", annex.sha256):
        assert text in receipt
    assert "non" in receipt


def test_it_holds_no_national_number(receipt):
    assert nrn() not in receipt and "79.03.14" not in receipt


def test_its_facts_are_plain(portal):
    said = facts(sent(portal))
    assert [line["label"] for line in said["answers"]][:2] == ["Vous agissez", "Nom"]
    assert said["files"][0]["name"] == "plan.pdf"
