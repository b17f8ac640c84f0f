"""A dashboard in a real browser: usable by everybody, quick with scripts, whole without."""

import pytest
import transaction
from axe_playwright_python.sync_playwright import Axe

from tests.dossiers import keep, kept, officer

PATH = "files/@@dashboard/core.kept"


def faults(page):
    """The accessibility faults of the page's own part; those of the frame have their test."""
    found = Axe().run(page, context="#content").response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]


@pytest.fixture()
def folder(server):
    with kept(server["portal"]) as folder:
        officer("edith", "roads_editor")
        for number in range(25):
            keep(folder, f"road {number:02}", reference=f"F/2026/{number}", assigned_to="edith" if number < 3 else "")
        folder["road-01"].locked = True
        transaction.commit()
        yield folder


def test_the_list_is_replaced_in_place_and_told(folder, visitor, shot):
    edith = visitor()
    edith.log_in("edith", "secret-1234")
    page = edith.open(PATH)
    assert faults(page) == []
    page.evaluate("window.same = true")
    page.click("text=My files")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 3")
    assert "search=mine" in page.url and page.inner_text("[role=status]").strip() in ("3 résultats", "")
    page.click("summary:has-text('State')")
    page.check("text=Open (3)")
    page.wait_for_function("location.search.indexOf('state') > 0")
    page.go_back()
    page.wait_for_function("location.search.indexOf('state') < 0")
    assert page.evaluate("window.same") is True
    page.fill("#dashboard-q", "02")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
    assert page.evaluate("document.activeElement.id") == "dashboard-q"
    assert faults(page) == [] and edith.faults == []
    shot(page, "dashboard-1280")


@pytest.mark.requirement("core:DSH-2")
def test_a_batch_without_scripts(folder, visitor, shot):
    edith = visitor(scripts=False)
    edith.log_in("edith", "secret-1234")
    page = edith.open(f"{PATH}?search=mine")
    for box in page.query_selector_all("[name='uids:list']"):
        box.check()
    page.click("button[value=transition]")
    page.select_option("select[name^='form.widgets.transition']", label="Close (3)")
    page.click("[name='form.buttons.apply']")
    assert "Traités\xa0: 2." in page.inner_text("main, #content")
    page.click("text=Retour à la liste")
    assert "search=mine" in page.url


def test_a_telephone_wide_screen(folder, visitor, scrolls_sideways, shot):
    edith = visitor(width=320)
    edith.log_in("edith", "secret-1234")
    page = edith.open(f"{PATH}?state=open")
    assert faults(page) == [] and not scrolls_sideways(page)
    page.click("[data-dashboard-all]")
    page.click("button[value=transition]")
    page.wait_for_selector("select[name^='form.widgets.transition']")
    assert faults(page) == []
    shot(page, "dashboard-batch-320")
    page.go_back()
    shot(page, "dashboard-320")
