"""The opinions of an item in a real browser: the controller sends a file back, and no fault at any width."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from commune.core.workflow.units import unit_uid
from commune.meeting.rules.finance import FUNCTIONS
from commune.meeting.workflow.configuration import configure
from tests.meeting.browser.conftest import Office
from tests.meeting.conftest import PASSWORD

HEAD = "proposed_to_head"


@pytest.mark.requirement("meeting:AC-67", "meeting:AC-65")
def test_the_opinions_of_an_item_have_no_fault_at_any_width(server, visitor, axe, shot, scrolls_sideways):
    office = Office(server["app"], server["portal"])
    document = office.college.document
    document["opinions"] |= {"give": [HEAD], "view": [HEAD], "chains": [{"service": "FIN"}]}
    configure(office.college, document, "secretary")
    for function in FUNCTIONS.values():
        office.portal.acl_users.source_groups.addPrincipalToGroup("finance", f"{unit_uid('FIN')}_{function}")
    item = office.as_user("creator").item("Marché", amount_excl_vat=Decimal(45000), optional_advisers=["TRA"])
    office.go(item, "propose_to_head")
    office.keep()
    where = "/".join(item.getPhysicalPath()[2:])
    for name in ("finance", "secretary", "adviser"):
        for width in (1280, 360):
            someone = visitor(width)
            someone.log_in(name, PASSWORD)
            page = someone.open(where)
            page.evaluate("document.querySelectorAll('#opinions details').forEach(one => one.open = true)")
            shot(page, f"opinions-{name}-{width}")
            assert (name, width, axe(page), scrolls_sideways(page)) == (name, width, [], False)
    clerk = visitor(1280)
    clerk.log_in("finance", PASSWORD)
    page = clerk.open(where)
    page.locator("button[name=step][value=mark_incomplete]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[role=alert] a")).to_have_attribute("href", "#reason-step-FIN")
    page.locator("#reason-step-FIN").fill("le devis")
    page.locator("button[name=step][value=mark_incomplete]").click()
    expect(page.locator("#opinions")).to_contain_text("Dossier incomplet")
    assert clerk.faults == []
