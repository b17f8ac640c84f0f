"""The page of a dossier in a real browser: no fault, every width, refusals that one is led to."""

from datetime import date

import pytest
import transaction

from commune.core.content.journal import Journal
from commune.core.content.opinions import Opinions
from tests.fixtures.cases import PASSWORD, registered_case


@pytest.fixture()
def case(server):
    with registered_case(server["portal"]) as made:
        Opinions(made).ask("unit2", "edith", date(2026, 3, 2), mandatory=True)
        Opinions(made).ask("unit3", "edith", date(2026, 3, 2))
        Journal(made).note("remark", "dirk", "The neighbours were told by letter.")
        transaction.commit()
        yield made


@pytest.mark.requirement("website:W-9.1")
@pytest.mark.parametrize("width", [320, 1280])
def test_a_dossier_has_no_fault_and_leads_to_what_is_missing(case, visitor, axe, shot, scrolls_sideways, width):
    edith = visitor(width)
    edith.log_in("edith", PASSWORD)
    page = edith.open("case-1")
    page.locator("details.why summary").first.click()
    shot(page, f"dossier-{width}")
    assert (axe(page), scrolls_sideways(page), edith.faults) == ([], False, [])
    page.click("button[value=close]")
    page.wait_for_selector(".error-summary")
    shot(page, f"dossier-refused-{width}")
    assert axe(page) == []
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click(".error-summary a")
    assert page.evaluate("document.activeElement.id") == "transition-comment"
    page.fill("#transition-comment", "Withdrawn by letter.")
    page.click("button[value=close]")
    page.wait_for_selector(".state-final")
