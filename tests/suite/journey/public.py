"""The public's part: what the website shows of the meeting, and what it shows to nobody."""

from gzip import decompress as gunzip
from html import unescape

from tests.suite.journey.tour import press

GZIP = b"\x1f\x8b"

COUNCIL = "vie-politique"
LISTS = (
    "",
    COUNCIL,
    f"{COUNCIL}?all=1",
    "sitemap",
    "sitemap.xml.gz",
    "actualites/feed.atom",
    "@@search?SearchableText={word}",
    "@@suggest?q={word}",
    "@@ajax-search?SearchableText={word}",
    "search_rss?SearchableText={word}",
    "++api++/@search?SearchableText={word}",
    "++api++/@search?Title={word}",
    "++api++/@search?portal_type=meeting_item",
    "++api++/@search?portal_type=council_meeting&fullobjects=1",
    "++api++/@querystring-search?query=%7B%22query%22%3A%5B%5D%7D",
    "++api++/@navigation?expand.navigation.depth=5",
    "++api++/@sitemap",
    f"++api++/{COUNCIL}?fullobjects=1",
)


def read_meeting(tour, someone, title, picture=""):
    """The published meeting, found from the page of the bodies; gives its page."""
    page = someone.open(COUNCIL)
    tour.look(page, "bodies", "15-bodies" if picture else "")
    press(page, ".body .meetings a")
    tour.look(page, "published meeting", picture)
    assert title in page.locator("main").inner_text()
    return page


def told(someone, word, addresses):
    """Where the word is said to that person: in pages, feeds, lists and services, asked as a page and as data."""
    found = []
    for address in addresses:
        for kind in ("text/html", "application/json"):
            answer = someone.context.request.get(address, headers={"Accept": kind})
            if word.lower() in unescape(heard(answer.body())).lower():
                found.append((answer.status, kind, address))
    return found


def heard(body):
    """The text of an answer, unpacked."""
    return (gunzip(body) if body[:2] == GZIP else body).decode("utf-8", "replace")


def linked(someone):
    """Every address of the site to which the page of the bodies and the published meetings lead."""
    page = someone.open(COUNCIL)
    found = page.eval_on_selector_all("a[href]", "links => links.map(one => one.href)")
    for meeting in page.eval_on_selector_all(".meetings a", "links => links.map(one => one.href)"):
        page.goto(meeting)
        found += page.eval_on_selector_all("a[href]", "links => links.map(one => one.href)")
    return sorted(
        {one.partition("#")[0] for one in found if one.startswith(someone.portal_url) and "logout" not in one}
    )
