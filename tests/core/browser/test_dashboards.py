"""A dashboard shows, counts and finds what its reader may see, and nothing else."""

import re
from html import unescape

import pytest
import transaction
from plone import api
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


def opened(folder, reader, query="", name="core.kept", errors=False):
    """The page as that person sees it: the browser and the text of the results without spaces at the ends."""
    browser = Browser(folder.getPhysicalRoot())
    browser.handleErrors = errors
    browser.addHeader("Accept", "text/html")
    browser.addHeader("Authorization", f"Basic {reader}:secret-1234")
    browser.raiseHttpErrors = False
    browser.open(f"{folder.absolute_url()}/@@dashboard/{name}?{query}")
    return browser


def words(browser):
    """The page without its character references and line ends."""
    return " ".join(unescape(browser.contents).split())


def rows(browser):
    return re.findall(r'<th scope="row" class="fw-normal"><a href="[^"]*">([^<]*)</a>', browser.contents)


def test_a_page_of_rows_with_caption_and_order(folder):
    page = opened(folder, "edith")
    assert rows(page) == [f"road {number:02}" for number in range(20)]
    assert '<caption class="visually-hidden">Files</caption>' in page.contents
    assert page.contents.count('aria-sort="ascending"') == 1
    assert "25 résultats" in words(page)
    assert "park" not in page.contents.partition("<table")[2]


@pytest.mark.requirement("core:DSH-1")
def test_a_counter_equals_the_list_that_it_opens(folder):
    page = opened(folder, "edith")
    counters = dict(re.findall(r'search=(\w+)"[^>]*>[^<]*<span class="badge[^>]*>(\d+)<', page.contents))
    assert counters == {"mine": "3", "open": "25"}
    assert len(rows(opened(folder, "edith", "search=mine"))) == 3
    other = opened(folder, "pia")
    assert "search=late" not in other.contents and "4 résultats" in words(other)


@pytest.mark.requirement("meeting:DSH-5")
def test_counts_of_filters_never_tell_of_hidden_dossiers(folder):
    page = opened(folder, "edith")
    assert re.findall(r"(?:Open|Closed|Roads|Parks) \(\d+\)", page.contents) == ["Open (25)", "Roads (25)"]
    assert rows(opened(folder, "edith", "unit=parks")) == []
    assert "Parks (0)" in opened(folder, "edith", "unit=parks").contents


def test_the_address_keeps_words_filters_order_and_page(folder):
    page = opened(folder, "edith", "q=road&state=open&sort=sortable_title&reversed=on&size=20&start=20")
    assert rows(page) == [f"road {number:02}" for number in range(4, -1, -1)]
    assert 'aria-sort="descending"' in page.contents and 'value="road"' in page.contents
    assert rows(opened(folder, "edith", "q=%22(road+07)*")) == ["road 07"]


@pytest.mark.parametrize(
    "query", ["start=-1&size=7", "sort=UID&due_from=yesterday", "search=late", "q=%22", "state=&start=9999"]
)
def test_odd_addresses_do_no_harm(folder, query):
    assert len(rows(opened(folder, "edith", query))) in (20, 5)


def test_who_is_not_of_the_office_sees_no_dashboard(folder):
    api.user.create(username="passer-by", email="passer-by@example.org", password="secret-1234")
    transaction.commit()
    for reader in ("passer-by", "nobody"):
        page = opened(folder, reader, errors=True)
        assert "<table" not in page.contents and "résultats" not in words(page)
    assert opened(folder, "edith", name="core.unknown", errors=True).headers["status"].startswith("404")


def test_the_file_holds_every_row_and_only_those(folder):
    browser = opened(folder, "edith", "search=mine")
    browser.getLink("Exporter (CSV)").click()
    lines = browser.contents.decode("utf-8-sig").splitlines() if isinstance(browser.contents, bytes) else None
    lines = lines or browser.contents.lstrip("\ufeff").splitlines()
    assert lines[0] == "Title;State;Service;Handled by;Entered on;Due"
    assert [line.split(";")[:3] for line in lines[1:]] == [[f"road 0{n}", "Open", "Roads"] for n in range(3)]


@pytest.mark.requirement("core:DSH-2")
def test_a_batch_does_what_it_can_and_says_why_not(folder):
    folder["road-01"].locked = True
    transaction.commit()
    browser = opened(folder, "edith")
    boxes = browser.getControl(name="uids:list")
    boxes.value = boxes.options[:3]
    browser.getControl("Changer l’état").click()
    browser.getControl(name="form.widgets.transition:list").displayValue = ["Close (3)"]
    browser.getControl("Appliquer").click()
    assert "Traités : 2." in words(browser) and "kept.locked" in browser.contents
    transaction.begin()
    assert [folder[f"road-0{number}"].state for number in range(3)] == ["closed", "open", "closed"]


@pytest.mark.requirement("core:DSH-2")
def test_a_reader_of_the_rows_cannot_move_them(folder):
    browser = opened(folder, "dirk")
    boxes = browser.getControl(name="uids:list")
    boxes.value = boxes.options[:1]
    browser.getControl("Changer l’état").click()
    assert "Aucune action n’est possible maintenant sur ces lignes." in words(browser)
