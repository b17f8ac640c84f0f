"""The counter in a real browser: the keyboard alone, no fault, every width."""

import re

import pytest
import transaction

from tests.eguichet.filling import PASSWORD, PDF, answers

SHEET = "demarches/permis-d-urbanisme"
TEXTS = ("last_name", "first_name", "nrn", "email", "phone")


@pytest.fixture()
def site(server):
    transaction.commit()
    return server["portal"]


def reach(page, selector):
    """Press Tab until the control has the focus."""
    for _ in range(120):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def write(page, selector, text):
    reach(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def press(page, selector):
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page, selector):
    reach(page, selector)
    page.keyboard.press("Space")


def fill_address(page, key, said):
    for part in ("street", "number", "postal_code", "city"):
        write(page, f"#f-{key}-{part}", said[f"{key}.{part}"])


@pytest.mark.requirement("eguichet:E-27", "website:X-1")
def test_the_keyboard_alone_fills_sends_and_follows(site, visitor, axe, tmp_path):
    someone, said = visitor(), answers()
    plan = tmp_path / "plan façade.pdf"
    plan.write_bytes(PDF)
    page = someone.open(SHEET)
    faults = {"sheet": axe(page)}
    press(page, "form[action$='@@form-begin'] button")
    press(page, ".form-buttons button[value=next]")
    assert page.evaluate("document.activeElement.matches('#form-errors')")
    assert page.title().startswith(("Error", "Erreur"))
    faults["errors"] = axe(page)
    choose(page, "#f-acting_as-0")
    for key in TEXTS:
        write(page, f"#f-{key}", said[key])
    fill_address(page, "home_address", said)
    faults["applicant"] = axe(page)
    press(page, ".form-buttons button[value=next]")
    fill_address(page, "works_address", said)
    for key in ("parcels", "subject", "description"):
        write(page, f"#f-{key}", said[key])
    choose(page, "#f-needs_author-yes")
    page.wait_for_selector("#f-author_name")
    write(page, "#f-author_name", "Atelier Briques")
    write(page, "#f-author_email", "atelier@example.org")
    faults["works"] = axe(page)
    press(page, ".form-buttons button[value=next]")
    page.set_input_files("#f-plans", plan)
    press(page, "button[value='upload:plans']")
    assert page.locator(".files li").first.inner_text().startswith("plan façade.pdf")
    faults["documents"] = axe(page)
    press(page, ".form-buttons button[value=next]")
    faults["review"] = axe(page)
    assert "Atelier Briques" in page.content()
    choose(page, "#statement")
    press(page, "form[action*='form-review'] button[type=submit]")
    faults["done"] = axe(page)
    reference = page.locator("[data-reference]").inner_text()
    assert re.fullmatch(r"VAL-PU-\d{4}-\d{5}", reference)
    page = someone.open("@@followed")
    faults["followed"] = axe(page)
    assert reference in page.content()
    assert faults == dict.fromkeys(faults, [])
    assert someone.faults == []


@pytest.mark.requirement("website:X-2")
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_pages_fit_every_screen_and_work_without_script(site, visitor, shot, scrolls_sideways, width, tmp_path):
    someone = visitor(width, scripts=False)
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(PDF)
    wide = {}
    page = someone.open(SHEET)
    page.emulate_media(reduced_motion="reduce")

    def see(name):
        shot(page, f"counter-{name}-{width}")
        wide[name] = scrolls_sideways(page)

    see("sheet")
    page.click("form[action$='@@form-begin'] button")
    page.click(".form-buttons button[value=next]")
    see("errors")
    said = answers()
    page.check("#f-acting_as-0")
    for key in TEXTS:
        page.fill(f"#f-{key}", said[key])
    for part in ("street", "number", "postal_code", "city"):
        page.fill(f"#f-home_address-{part}", said[f"home_address.{part}"])
    see("applicant")
    page.click(".form-buttons button[value=next]")
    for part in ("street", "number", "postal_code", "city"):
        page.fill(f"#f-works_address-{part}", said[f"works_address.{part}"])
    for key in ("parcels", "subject", "description"):
        page.fill(f"#f-{key}", said[key])
    page.check("#f-needs_author-no")
    page.click(".form-buttons button[value=next]")
    page.set_input_files("#f-plans", plan)
    page.click("button[value='upload:plans']")
    see("documents")
    page.click(".form-buttons button[value=next]")
    see("review")
    page.check("#statement")
    page.click("form[action*='form-review'] button[type=submit]")
    see("done")
    page.goto(f"{someone.portal_url}/@@followed")
    see("followed")
    page.goto(f"{someone.portal_url}/@@tracking")
    see("tracking")
    assert wide == dict.fromkeys(wide, False)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_officer_s_page_has_no_fault(site, visitor, axe, shot, scrolls_sideways, width):
    from tests.eguichet.filling import sent

    request = sent(site)
    transaction.commit()
    officer = visitor(width)
    officer.log_in("urbanist", PASSWORD)
    page = officer.open(f"requests/{request.aq_parent.getId()}/{request.getId()}")
    shot(page, f"counter-officer-{width}")
    assert (axe(page), scrolls_sideways(page)) == ([], False)
    for button in ("button[value=take]", "form[action$='request-reveal'] button"):
        with page.expect_navigation():
            page.click(button)
    assert answers()["nrn"] in page.content()
    shot(page, f"counter-officer-taken-{width}")
    assert axe(page) == []
    page = officer.open("requests/@@dashboard/eguichet.requests")
    shot(page, f"counter-dashboard-{width}")
    assert request.reference in page.content()
