"""The screens of permits in a real browser: no accessibility fault, from a phone to a wide screen."""

from datetime import date

import pytest
import transaction

from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.units import unit_uid
from commune.urbanism.workflow.opinions import ask
from tests.clocks import on
from tests.urbanism.permits import complete, permit

PASSWORD = "valmont-demo"
WIDTHS = (320, 1280)


@pytest.fixture()
def path(server):
    """A complete permit whose opinion is asked, deposited in July 2026; its path in the site."""
    with on(date(2026, 7, 15)):
        made = complete(permit())
        ask(made, SYSTEM, unit_uid("TRA"), "", date(2026, 7, 12))
        ask(made, SYSTEM, "", "Zone de secours", date(2026, 7, 12), fire=True)
        made.draft_decision = "DÉCIDE d'octroyer le permis."
        made.assigned_to = "urbanist"
        made.reindexObject()
        transaction.commit()
        yield "/".join(made.getPhysicalPath()[2:])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_officer_s_screens_are_without_fault(visitor, axe, shot, scrolls_sideways, path, width):
    one = visitor(width)
    one.log_in("urbanist", PASSWORD)
    screens = {
        "permit": path,
        "party": f"{path}/@@party",
        "reveal": f"{path}/@@reveal-number?uid=p1",
        "new-permit": "urbanism/permits/@@new-permit",
        "list": "urbanism/permits/@@dashboard/urbanism.permits",
    }
    found = {}
    for name, place in screens.items():
        page = one.open(place)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        shot(page, f"{name}-{width}")
        found[name] = (axe(page), scrolls_sideways(page), page.locator("h1").count())
    assert found == {name: ([], False, 1) for name in screens}
    assert one.faults == []


def test_an_adviser_gives_the_opinion_with_the_keyboard_alone(visitor, axe, shot, path):
    one = visitor(1280)
    one.log_in("adviser", PASSWORD)
    page = one.open(path)
    shot(page, "adviser-1280")
    assert axe(page) == []
    page.focus("select[name=sense]")
    page.keyboard.type("Fav")
    page.keyboard.press("Tab")
    page.keyboard.type("Rien à signaler")
    page.keyboard.press("Tab")
    for _part in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".mark-good")
    assert axe(page) == []


def test_a_refused_step_leads_to_its_field(visitor, axe, shot, path):
    one = visitor(1280)
    one.log_in("urbanist", PASSWORD)
    page = one.open(path)
    page.click("#steps details.add summary")
    page.select_option("#step-marker", "posting")
    page.fill("#step-event_on", "2026-06-01")
    page.click("#steps details.add button[type=submit]")
    page.wait_for_selector(".error-summary")
    shot(page, "refused-1280")
    assert axe(page) == []
    page.click(".error-summary a")
    assert page.evaluate("document.activeElement.id") == "step-event_on"
    assert page.input_value("#step-event_on") == "2026-06-01"
