"""The frame of every page, in a real browser: no fault, every width, the keyboard alone."""

import pytest
import transaction
from plone import api
from plone.app.testing import TEST_USER_ID, setRoles
from zope.component import getGlobalSiteManager
from zope.interface import implementer

from commune.core.content.authority import authority
from commune.core.content.clock import today
from commune.core.interfaces import IOfficeEntry, ITodoSource
from commune.core.rules.todo import Todo

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="#1d4f76"/>'
    b'<path d="M10 34 24 12l14 22z" fill="#fff"/></svg>'
)
PASSWORD = "secret-of-agnes-1"


@implementer(IOfficeEntry)
class Urbanism:
    title, path, permission, icon, order = "Urbanism", "urbanisme", "", "", 10


@implementer(ITodoSource)
class Opinions:
    title, order = "Opinions to give", 10

    def rows(self, actor):
        day = today()
        return (
            Todo(
                "Rue des Tanneurs 12: two flats",
                "u/1",
                "opinion",
                day.replace(year=day.year - 1),
                "You follow the water",
                "2026/014",
            ),
            Todo("Place du Marché: terrace", "u/2", "opinion", day, "Your service was asked", "2026/021"),
            Todo("Chemin des Loups: barn", "u/3", "opinion", None, "Your service was asked", "2026/022"),
        )

    def more(self):
        return "urbanisme"


def published(content):
    api.content.transition(content, "publish")
    return content


@pytest.fixture()
def site(server):
    portal = server["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    settings = authority()
    settings.name, settings.logo = "Commune de Valmont", LOGO
    settings.address, settings.phone, settings.email = (
        "Place communale 1\n5999 Valmont",
        "+32 81 00 00 00",
        "info@example.org",
    )
    settings.accessibility_path, settings.languages = "accessibilite", ("fr", "nl")
    for section in ("Vie communale", "Démarches", "Urbanisme et environnement", "Culture et loisirs"):
        folder = published(api.content.create(portal, "Folder", title=section))
        for page in ("Horaires", "Contacts"):
            published(
                api.content.create(folder, "Document", title=f"{page} – {section}", description="Une page d'essai.")
            )
    api.user.create(
        username="agnes", email="agnes@example.org", password=PASSWORD, properties={"fullname": "Agnès Martin"}
    )
    api.user.grant_roles(username="agnes", roles=["Agent"])
    api.user.create(
        username="cyril", email="cyril@example.org", password=PASSWORD, properties={"fullname": "Cyril Dubois"}
    )
    site_manager = getGlobalSiteManager()
    entry, source = Urbanism(), Opinions()
    site_manager.registerUtility(entry, IOfficeEntry, "urbanism")
    site_manager.registerUtility(source, ITodoSource, "urbanism")
    transaction.commit()
    yield portal
    site_manager.unregisterUtility(entry, IOfficeEntry, "urbanism")
    site_manager.unregisterUtility(source, ITodoSource, "urbanism")


@pytest.mark.requirement("website:W-9.1", "website:W-9.4")
@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(
    ("name", "path"),
    [("home", ""), ("page", "vie-communale/horaires-vie-communale"), ("login", "login"), ("missing", "nowhere")],
)
def test_public_pages_have_no_fault_and_fit_the_screen(site, visitor, axe, shot, scrolls_sideways, name, path, width):
    someone = visitor(width)
    page = someone.open(path)
    shot(page, f"{name}-{width}")
    assert (axe(page), scrolls_sideways(page), someone.faults) == ([], False, [])


@pytest.mark.parametrize("width", [360, 1280])
def test_the_agent_arrives_on_the_start_page(site, visitor, axe, shot, scrolls_sideways, width):
    agnes = visitor(width)
    page = agnes.log_in("agnes", PASSWORD)
    shot(page, f"start-{width}")
    assert page.url.endswith("/@@start")
    assert page.locator(".todo li a").all_inner_texts()[0] == "Rue des Tanneurs 12: two flats"
    assert (axe(page), scrolls_sideways(page)) == ([], False)
    agnes.open("vie-communale/horaires-vie-communale")
    shot(page, f"agent-page-{width}")
    assert axe(page) == []


def test_a_citizen_has_no_office_and_no_start_page(site, visitor):
    cyril = visitor()
    page = cyril.log_in("cyril", PASSWORD)
    assert page.locator(".staff-bar").count() == 0
    assert page.locator("script[src*='bundle']").count() == 0
    assert "/@@start" not in page.url
    cyril.open("@@start")
    assert page.locator(".todo").count() == 0


@pytest.mark.requirement("website:W-2.1", "website:W-2.3")
def test_the_keyboard_alone_skips_and_opens_the_menu(site, visitor):
    page = visitor().open("")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    more = page.locator(".menu-more").first
    more.locator("summary").focus()
    page.keyboard.press("Enter")
    assert more.locator("a").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not more.locator("a").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.requirement("website:X-2")
@pytest.mark.parametrize("width", [360, 1280])
def test_the_menu_works_without_scripts(site, visitor, width):
    page = visitor(width, scripts=False).open("")
    if width == 360:
        page.click(".menu > summary")
    section = page.locator(".menu-top > li", has_text="Vie communale")
    section.locator(".menu-more > summary").click()
    section.locator(".menu-more a").first.click()
    assert "vie-communale/" in page.url
    assert page.locator("h1").count() == 1
