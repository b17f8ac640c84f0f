"""The College's part: items through the chain, agenda, session, closing."""

from tests.suite.journey.tour import press

CHOOSE = "(list, value) => { list.value = value; list.dispatchEvent(new Event('change', {bubbles: true})); }"
WRITE = """(area, text) => {
  const editor = window.tinymce && window.tinymce.get(area.id);
  if (editor) editor.setContent(text);
  area.value = text;
}"""
CHAIN = (("creator", "propose_to_head"), ("head", "propose_to_director"), ("director", "validate"))


def validate(tour, item, days, name=""):
    """Each level moves the item on; the level that nobody holds in the service is passed over."""
    for (account, transition), day in zip(CHAIN, days, strict=True):
        with tour.as_(account, day) as someone:
            page = someone.page
            page.goto(item)
            if name:
                tour.look(page, f"{name}, {account}", "09-item" if account == "head" else "")
            press(page, f"button[name=transition][value={transition}]")


def write_item(tour, day, unit, title, decision, privacy):
    """An item of that service, written in the form by its creator; gives its address."""
    with tour.as_("creator", day) as someone:
        page = someone.open("meetings/college/@@add-item")
        tour.look(page, "form of an item")
        page.fill("main [name='form.widgets.title']", title)
        for name, value in (("IDossierFields.responsible_unit", unit), ("privacy", privacy)):
            page.locator(f"main select[name='form.widgets.{name}:list']").evaluate(CHOOSE, value)
        page.locator("main textarea[name='form.widgets.decision']").evaluate(WRITE, f"<p>{decision}</p>")
        press(page, "main [name='form.buttons.save']")
        return page.url


def plan(tour, secretary, when):
    """A meeting of the College at that moment; gives its address."""
    page = secretary.open("meetings/college")
    tour.look(page, "College")
    page = secretary.open("meetings/college/@@add-meeting")
    tour.look(page, "form of a meeting")
    page.fill("#field-date", when)
    press(page, "main form[action$='@@add-meeting'] button[type=submit]")
    return page.url


def draw_agenda(tour, page):
    """Everything that waits for the meeting is put on the agenda, then the agenda is frozen."""
    tour.look(page, "meeting planned")
    for box in page.locator("input[name='items:list']").all():
        box.check()
    press(page, "form[action$='@@agenda-present'] button[type=submit]")
    tour.look(page, "agenda", "10-agenda")
    for transition in ("freeze", "decide"):
        press(page, f"button[name=transition][value={transition}]")
    tour.look(page, "meeting that decides")


def hold(tour, page, meeting, vote):
    """Who is there is noted; each item is voted on and accepted. ``vote``: how, by the place of the item."""
    page.goto(f"{meeting}/@@session")
    tour.look(page, "session, before")
    press(page, "form:has(input[name=act][value=members]) button[type=submit]")
    links = [one.get_attribute("href") for one in page.locator(".session-items a").all()]
    for place, link in enumerate(links):
        page.goto(link)
        vote(page, place)
        tour.look(page, f"session, item {place + 1}", "11-session" if not place else "", at="#votes")
        press(page, "button[name=transition][value=accept]")
    tour.look(page, "session, after")


def vote_with_keys(page, place):
    """The first item is voted on with the keyboard, a key a member; the others are unanimous."""
    if place:
        press(page, "form[data-votes] button[value=unanimous]")
        return
    first = page.locator("form[data-votes] tbody tr").first
    first.locator("input:not(:disabled)").first.focus()
    key = first.locator("input[value=yes]").get_attribute("data-key")
    for _member in page.locator("form[data-votes] tbody tr").all():
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def close(tour, page, meeting):
    """The meeting is closed; what is still odd is confirmed line by line."""
    page.goto(meeting)
    press(page, "button[name=transition][value=close]")
    boxes = page.locator("input[name='confirmed:list']")
    if boxes.count():
        tour.look(page, "checklist before closing")
        for box in boxes.all():
            box.check()
        press(page, "main form[action$='@@perform'] button[type=submit]")
    tour.look(page, "meeting closed", "12-closed")
