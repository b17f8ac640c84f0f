"""A real browser for the whole run, and the few words that its tests speak."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = 900
COLOURS = 96  # enough for a screen, and a third of the bytes
SHOTS = os.environ.get("COMMUNE_SHOTS", "")


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, started once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


class Visitor:
    """Somebody at a screen of a given width, logged in or not."""

    def __init__(self, browser, portal_url: str, width: int, scripts: bool) -> None:
        self.portal_url = portal_url
        self.context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, locale="fr-BE", java_script_enabled=scripts
        )
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str = ""):
        """The page at that path of the site."""
        self.page.goto(f"{self.portal_url}/{path}")
        return self.page

    def log_in(self, name: str, password: str):
        """Through the form, as people do; returns the page on which they arrive."""
        page = self.open("login")
        page.fill('[name="__ac_name"]', name)
        page.fill('[name="__ac_password"]', password)
        page.click("#buttons-login")
        page.wait_for_selector("body.userrole-authenticated")
        return page


@pytest.fixture()
def visitor(browser, server):
    """``visitor(width=1280, scripts=True)``: a new visitor of the test's site."""
    made = []

    def make(width: int = 1280, scripts: bool = True) -> Visitor:
        made.append(Visitor(browser, f"http://localhost:{server['port']}/{server['portal'].getId()}", width, scripts))
        return made[-1]

    yield make
    for one in made:
        one.context.close()


@pytest.fixture(scope="session")
def axe():
    """``axe(page)``: the accessibility faults of the page, one line each; none is wanted."""
    engine = Axe()

    def run(page) -> list[str]:
        found = engine.run(page).response["violations"]
        return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]

    return run


@pytest.fixture(scope="session")
def shot():
    """``shot(page, name)``: keep a picture in the folder that COMMUNE_SHOTS names, if any; of the screen only
    with ``whole=False``."""

    def keep(page, name: str, whole: bool = True) -> None:
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            place = Path(SHOTS) / f"{name}.png"
            page.screenshot(path=place, full_page=whole)
            with Image.open(place) as picture:
                picture.convert("RGB").quantize(COLOURS).save(place, optimize=True)

    return keep


def overflow(page) -> int:
    """Pixels by which the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture(scope="session")
def scrolls_sideways():
    """``scrolls_sideways(page)``: whether one must scroll to the right to read the page."""
    return lambda page: overflow(page) > 0
