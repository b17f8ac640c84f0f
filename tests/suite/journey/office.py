"""The service's part: the request taken, the permit examined, the College asked, the decision sent."""

from tests.suite.journey.tour import OPEN_EXPLANATIONS, press

DEADLINES = "section[aria-labelledby=part-deadlines]"


def take(tour, officer, sent):
    """The officer takes the request and opens the permit; gives both addresses."""
    page = officer.open("@@start")
    tour.look(page, "officer's start page")
    page = officer.open("requests/@@dashboard/eguichet.requests")
    tour.look(page, "officer's list of requests", "05-requests")
    press(page, f"main tr:has-text('{sent.reference}') th a")
    tour.look(page, "request received")
    request = page.url
    press(page, "button[name=transition][value=take]")
    tour.look(page, "request taken", "06-request")
    press(page, "button[value=hand_over]")
    tour.look(page, "request handed over")
    return request, page.locator("section[aria-labelledby=handover] a").first.get_attribute("href")


def act(page, name, **values):
    """Fill the form of that act of the permit's page and send it."""
    form = f"form:has(input[name=act][value={name}])"
    details = page.locator(f"main details:has({form})")
    if details.count():
        details.first.evaluate("one => one.open = true")
    for field, value in values.items():
        control = page.locator(f"{form} [name={field}]")
        if control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    press(page, f"{form} button[type=submit]")


def examine(tour, officer, permit, day):
    """The file is complete: the procedure is chosen, the acknowledgement sent; why each day is the last one."""
    page = officer.open("urbanism/permits/@@dashboard/urbanism.permits")
    tour.look(page, "list of permits")
    page.goto(permit)
    tour.look(page, "permit opened", "07-permit")
    act(page, "take")
    page.locator("details:has(form:has(input[name=act][value=choice]))").first.evaluate("one => one.open = true")
    page.check("form:has(input[name=act][value=choice]) input[value=simple]")
    press(page, "form:has(input[name=act][value=choice]) button[type=submit]")
    act(page, "step", marker="acknowledgment", sent_on=day.isoformat())
    press(page, "button[name=transition][value=mark_complete]")
    page.evaluate(OPEN_EXPLANATIONS)
    tour.look(page, "permit complete, deadlines explained", "08-deadlines", at=DEADLINES)
    return page


def ask_college(tour, page):
    """The draft decision is written, the College is asked; gives the address of the item."""
    act(
        page,
        "draft",
        motivation="Le garage respecte le guide communal d'urbanisme.",
        draft_decision="DÉCIDE d'octroyer le permis pour un garage de 24 m².",
    )
    act(page, "college")
    tour.look(page, "College asked")
    return page.locator("section#college a[href*='/meetings/']").first.get_attribute("href")


def send_decision(tour, officer, permit, day):
    """The letter with the decision is made, sent, and its sending recorded."""
    page = officer.open("@@start")
    page.goto(permit)
    tour.look(page, "permit decided", "13-decided")
    press(page, "form:has(input[value='urbanism.decision']) button[value=odt]")
    act(page, "step", marker="notification", sent_on=day.isoformat())
    tour.look(page, "decision sent")
    return page
