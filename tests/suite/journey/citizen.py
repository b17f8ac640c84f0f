"""The citizen's part: asking for a permit, and following what came of it."""

from dataclasses import dataclass

from tests.eguichet.filling import PDF, answers
from tests.suite.journey.tour import press

SHEET = "demarches/permis-d-urbanisme"
TEXTS = ("last_name", "first_name", "nrn", "email", "phone")
PARTS = ("street", "number", "postal_code", "city")
NEXT = ".form-buttons button[value=next]"
PLAN = "plan d'implantation.pdf"


@dataclass(frozen=True)
class Sent:
    """What the citizen keeps of the request."""

    reference: str
    code: str
    mail: str


def send_request(tour, someone, folder):
    """Fill the form page by page, read it again, send it."""
    said, plan = answers(), folder / PLAN
    plan.write_bytes(PDF)
    page = someone.open()
    tour.look(page, "home", "01-home")
    page = someone.open("demarches")
    tour.look(page, "procedures")
    page = someone.open(SHEET)
    tour.look(page, "procedure", "02-procedure")
    press(page, "form[action$='@@form-begin'] button")
    page.check("#f-acting_as-0")
    fill(page, said, TEXTS)
    fill_address(page, "home_address", said)
    tour.look(page, "form, applicant", "03-form")
    press(page, NEXT)
    fill_address(page, "works_address", said)
    fill(page, said, ("parcels", "subject", "description"))
    page.check("#f-needs_author-no")
    tour.look(page, "form, works")
    press(page, NEXT)
    page.set_input_files("#f-plans", plan)
    press(page, "button[value='upload:plans']")
    tour.look(page, "form, documents")
    press(page, NEXT)
    tour.look(page, "form, review", "04-review")
    page.check("#statement")
    press(page, "form[action*='form-review'] button[type=submit]")
    tour.look(page, "form, sent")
    return Sent(text(page, "[data-reference]"), text(page, "[data-code]"), said["email"])


def fill(page, said, keys):
    for key in keys:
        page.fill(f"#f-{key}", said[key])


def fill_address(page, key, said):
    for part in PARTS:
        page.fill(f"#f-{key}-{part}", said[f"{key}.{part}"])


def text(page, selector):
    return page.locator(selector).first.inner_text().strip()


def follow(tour, someone, sent, name, picture=""):
    """With the reference and the code, without an account: the page of the request."""
    page = someone.open("@@tracking")
    tour.look(page, f"{name}: tracking")
    page.fill("#track-reference", sent.reference)
    page.fill("#track-code", sent.code)
    page.fill("#track-mail", sent.mail)
    press(page, "main form[action$='@@tracking'] button[type=submit]")
    tour.look(page, name, picture)
    return page


def stages(page):
    """``[(title, whether it is reached)]`` as the page shows them."""
    lines = page.locator("[data-stages] > li")
    return [(one.locator("strong").inner_text(), "done" in one.get_attribute("class")) for one in lines.all()]
