"""The public screens in a real browser: no fault for axe, every width, the keyboard alone, no scripts."""

from dataclasses import replace
from datetime import date

import pytest
import transaction
from zope.component.hooks import setSite
from zope.event import notify

from commune.core.events import MeetingPublished, PublicFile, PublicItem, PublicPoll, Withdrawal

SCREENS = {
    "home": "",
    "page": "vivre/dechets",
    "section": "vivre",
    "news": "actualites",
    "news-item": "actualites/travaux-hiver",
    "agenda": "agenda",
    "event": "agenda/marche-hebdomadaire",
    "directory": "services",
    "service": "services/pop",
    "procedures": "demarches",
    "bodies": "vie-politique",
    "meeting": "vie-politique/m1",
    "item": "vie-politique/m1/@@item/a",
    "item-gone": "vie-politique/m1/@@item/z",
    "search": "@@search?SearchableText=dechets",
    "nothing-found": "@@search?SearchableText=zzz",
    "statement": "accessibilite",
    "site-map": "sitemap",
}
ITEMS = (
    PublicItem(
        "a",
        "1",
        "Collecte des déchets",
        "Cadre de vie",
        "<p>Le Conseil décide.</p>",
        "accepted",
        files=(PublicFile("f", "Plan de collecte", "plan.pdf", "application/pdf", 12),),
        polls=(PublicPoll(False, "adopted", "", (("yes", 14), ("no", 3), ("abstain", 2))),),
    ),  # fmt: skip
    PublicItem("b", "2", "Toiture de l'école", "Travaux", "", "delayed"),
)


@pytest.fixture()
def site(server):
    setSite(server["portal"])
    items, day = (*ITEMS, PublicItem("z", "3", "Xylophone")), date(2026, 10, 26)
    title, place = "Séance d'octobre", "Salle du Conseil"
    whole = MeetingPublished("m1", "council", "Conseil communal", title, day, "decisions", 1, place, items)
    notify(whole)
    notify(replace(whole, serial=2, items=ITEMS, withdrawn=(Withdrawal("z", "Publié par erreur"),)))
    transaction.commit()
    return server["portal"]


@pytest.mark.requirement("website:W-9.1", "website:W-9.4")
@pytest.mark.parametrize("width", [320, 1280])
def test_no_screen_has_a_fault_or_scrolls_sideways(site, visitor, axe, shot, scrolls_sideways, width):
    someone = visitor(width)
    faults = {}
    for name, path in SCREENS.items():
        page = someone.open(path)
        shot(page, f"website-{name}-{width}")
        faults[name] = (axe(page), scrolls_sideways(page), page.locator("h1").count())
    assert faults == dict.fromkeys(SCREENS, ([], False, 1))
    assert someone.faults == []


@pytest.mark.requirement("website:W-3.6")
def test_the_keyboard_alone_takes_a_suggestion(site, visitor):
    page = visitor().open("")
    field = page.locator("#hero-q")
    field.focus()
    page.keyboard.type("déche", delay=20)
    page.wait_for_selector('[role="option"]')
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type("t")
    page.wait_for_selector('[role="option"]')
    page.keyboard.press("ArrowDown")
    assert page.locator(f"#{field.get_attribute('aria-activedescendant')}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url("**/vivre/dechets")


@pytest.mark.requirement("website:X-2")
def test_everything_is_read_without_scripts(site, visitor):
    page = visitor(scripts=False).open("")
    page.fill("#hero-q", "toiture ecole")
    page.locator(".hero-search button").click()
    page.locator(".results a", has_text="Séance d'octobre").click()
    assert page.locator(".items > li").count() == 2
    assert page.locator(".decision").first.is_visible()
