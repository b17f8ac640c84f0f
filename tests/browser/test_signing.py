"""Documents in one go, signatures and archive in a real browser: progress without a reload, no fault at any width."""

import pytest
import transaction
from playwright.sync_api import expect

from commune.core.rules.signing import Signer
from commune.core.workflow import worker
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.signing import Wish, begin_signing
from tests.meeting.browser.conftest import Office
from tests.meeting.conftest import PASSWORD
from tests.pdfs import small_pdf


@pytest.fixture()
def office(server):
    return Office(server["app"], server["portal"])


def path(dossier):
    return "/".join(dossier.getPhysicalPath()[2:])


@pytest.mark.requirement("meeting:DOC-6", "meeting:DOC-7")
def test_the_screens_of_documents_and_signatures(office, visitor, axe, shot, scrolls_sideways):
    meeting = office.sitting_with("Réfection de la rue du Moulin", "Règlement-taxe sur les écrits publicitaires")
    office.go(meeting, "freeze", "decide")
    item = office.portal.portal_catalog.unrestrictedSearchResults(portal_type="meeting_item")[
        0
    ]._unrestrictedGetObject()
    papers = [attach(item, f"extrait-{n}.pdf", small_pdf(str(n)), title=f"Extrait {n}") for n in (1, 2)]
    signers = (Signer(1, "dg", "Julie Tordoir", "Directrice générale"), Signer(2, "head", "Alain Aubertin"))
    wish = Wish("Extraits du Collège", (papers[0].UID(),), signers)
    number = begin_signing(meeting, wish, current_actor(meeting))
    office.keep()
    secretary, dg = visitor(), visitor()
    secretary.log_in("secretary", PASSWORD)
    dg.log_in("dg", PASSWORD)
    shown = [
        (secretary, path(meeting), "meeting"),
        (secretary, f"{path(meeting)}/@@document-batch", "batch"),
        (secretary, f"{path(meeting)}/@@sign-documents", "sign-documents"),
        (secretary, f"{path(meeting)}/@@archive", "archive"),
        (secretary, f"{path(office.college)}/@@body-papers", "body-papers"),
        (secretary, f"@@signing?number={number}", "signing-asked"),
        (dg, f"@@signing?number={number}", "signing"),
        (dg, "@@signatures", "signatures"),
        (secretary, "@@jobs", "jobs"),
    ]
    for someone, where, name in shown:
        page = someone.open(where)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            shot(page, f"documents-{name}-{width}")
            assert not scrolls_sideways(page), (name, width)
        assert axe(page) == [], name
        page.set_viewport_size({"width": 1280, "height": 900})
    page = secretary.open(f"{path(meeting)}/@@document-batch")
    page.select_option("#batch-form", "odt")
    page.locator("form.panel button.btn-primary").press("Enter")
    expect(page.locator("progress")).to_have_attribute("value", "0")
    transaction.begin()
    worker.work(office.app)
    expect(page.locator("#job")).not_to_have_attribute("data-unfinished", "yes", timeout=15000)
    shot(page, "documents-job-1280")
    assert axe(page) == []
    page = dg.open(f"@@signing?number={number}")
    page.locator("details.add summary").first.press("Enter")
    page.locator("button[value=refuse]").press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    assert axe(page) == []
