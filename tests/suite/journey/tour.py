"""Who goes through the journey: one account each, every page looked at, pictures where they help."""

from contextlib import contextmanager

from tests.clocks import on
from tests.eguichet.filling import PASSWORD

OPEN_EXPLANATIONS = "document.querySelectorAll('main details.why').forEach(one => one.open = true)"


def press(page, selector):
    """Click, and wait for the page that comes of it."""
    with page.expect_navigation():
        page.click(selector)


class Tour:
    """The site, its visitors, and what was wrong with the pages that they saw."""

    def __init__(self, server, visitor, axe, shot, scrolls_sideways):
        self.portal = server["portal"]
        self.visitor, self.axe, self.shot, self.sideways = visitor, axe, shot, scrolls_sideways
        self.faults = {}
        self.people = []

    def anybody(self, width=1280):
        """Somebody who is not logged in."""
        self.people.append(self.visitor(width))
        return self.people[-1]

    @contextmanager
    def as_(self, account, day, width=1280):
        """That person at the office, on that day."""
        with on(day):
            someone = self.anybody(width)
            someone.log_in(account, PASSWORD)
            yield someone
            someone.context.close()

    def look(self, page, name, picture="", at=""):
        """Note what is wrong with the page; keep a picture of it, from ``at`` on."""
        self.faults[name] = [*self.axe(page), *(["wider than the screen"] if self.sideways(page) else [])]
        headings = page.locator("h1").count()
        if headings != 1:
            self.faults[name].append(f"{headings} first headings")
        if picture:
            if at:
                page.locator(at).first.evaluate("one => one.scrollIntoView({block: 'start', behavior: 'instant'})")
            self.shot(page, picture, whole=False)

    def wrong(self):
        """Everything that is wrong, by page; errors of scripts are under ``scripts``."""
        found = {name: faults for name, faults in self.faults.items() if faults}
        scripts = [fault for one in self.people for fault in one.faults]
        return {**found, **({"scripts": scripts} if scripts else {})}


def status(someone, path):
    """The code with which the site answers that person."""
    address = path if path.startswith("http") else f"{someone.portal_url}/{path}"
    return someone.context.request.get(address, headers={"Accept": "text/html"}).status
