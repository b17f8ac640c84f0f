"""A dashboard shows, counts and finds what its reader may see, and nothing else."""

import re

import pytest
import transaction
from plone.testing.zope import Browser

from tests.dossiers import keep, kept, officer


@pytest.fixture()
def folder(functional):
    with kept(functional["portal"]) as folder:
        officer("edith", "roads_editor")
        officer("dirk", "roads_director")
        officer("pia", "parks_editor")
        for number in range(25):
            keep(folder, f"road {number:02}", assigned_to="edith" if number < 3 else "")
        for number in range(4):
            keep(folder, f"park {number}", unit="parks")
        transaction.commit()
        yield folder


def opened(folder, reader, query="", name="core.kept"):
    """The page as that person sees it: the browser and the text of the results without spaces at the ends."""
    browser = Browser(folder.getPhysicalRoot())
    browser.handleErrors = False
    browser.addHeader("Accept", "text/html")
    browser.addHeader("Authorization", f"Basic {reader}:secret-1234")
    browser.raiseHttpErrors = False
    browser.open(f"{folder.absolute_url()}/@@dashboard/{name}?{query}")
    return browser


def rows(browser):
    return re.findall(r'<th scope="row" class="fw-normal"><a href="[^"]*">([^<]*)</a>', browser.contents)


def test_a_page_of_rows_with_caption_and_order(folder):
    page = opened(folder, "edith")
    assert rows(page) == [f"road {number:02}" for number in range(20)]
    assert '<caption class="visually-hidden">Files</caption>' in page.contents
    assert page.contents.count('aria-sort="ascending"') == 1
    assert "25 results" in " ".join(page.contents.split())
    assert "park" not in page.contents.partition("<table")[2]
