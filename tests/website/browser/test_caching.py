"""Public pages are kept for those who have no account, and never longer than they are right."""

from datetime import datetime, timedelta

import pytest
from plone.app.testing import TEST_USER_NAME, TEST_USER_PASSWORD
from zope.component import getGlobalSiteManager
from zope.interface import implementer

from commune.core.content.clock import BRUSSELS
from commune.core.interfaces import IClock
from commune.website.browser.caching import kept


@implementer(IClock)
class Clock:
    at = datetime(2026, 11, 24, 10, 0, 5, tzinfo=BRUSSELS)

    def now(self):
        return self.at


@pytest.fixture()
def clock():
    """A clock that stands still until it is moved."""
    found = Clock()
    getGlobalSiteManager().registerUtility(found, IClock)
    kept.forget()
    yield found
    getGlobalSiteManager().unregisterUtility(found, IClock)


@pytest.mark.requirement("website:W-13")
def test_the_second_visitor_gets_the_same_page_from_memory(ask, clock):
    first, second = ask("vivre/dechets"), ask("vivre/dechets")
    assert ("x-kept" in first.headers, "x-kept" in second.headers) == (False, True)
    assert (first.status, first.text, first.headers["content-type"], first.headers["etag"]) == (
        second.status,
        second.text,
        second.headers["content-type"],
        second.headers["etag"],
    )


@pytest.mark.requirement("website:W-13")
def test_a_change_shows_at_once(site, ask, clock):
    ask("vivre/dechets")
    site["vivre"]["dechets"].title = "Les poubelles"
    assert "Les poubelles" in ask("vivre/dechets").text


def test_time_alone_changes_pages_too(ask, said, clock):
    open_now = said("Open until ${hour}", hour="12:00")
    assert open_now in ask("services/adm").text
    clock.at += timedelta(hours=2)
    assert open_now not in ask("services/adm").text


@pytest.mark.requirement("website:W-13")
def test_who_has_an_account_gets_his_own_page_kept_nowhere(ask, clock):
    import base64

    ask("vivre/dechets")
    token = base64.b64encode(f"{TEST_USER_NAME}:{TEST_USER_PASSWORD}".encode()).decode()
    own = ask("vivre/dechets", HTTP_AUTHORIZATION=f"Basic {token}")
    assert own.headers["cache-control"] == "private, no-store"
    assert "x-kept" not in own.headers
    assert "userrole-anonymous" in ask("vivre/dechets").text


@pytest.mark.parametrize("cookie", ["__ac=x", "statusmessages=x", "draft=x"])
def test_who_has_a_cookie_of_his_own_is_not_given_what_was_kept(ask, clock, cookie):
    ask("vivre/dechets")
    assert "x-kept" not in ask("vivre/dechets", HTTP_COOKIE=cookie).headers


def test_each_question_has_its_own_page(ask, clock):
    ask("agenda")
    assert "x-kept" not in ask("agenda", "past=1").headers


@pytest.mark.parametrize("path", ["nowhere", "organisation", "services/nobody"])
def test_what_is_not_found_is_not_kept(ask, clock, path):
    ask(path)
    again = ask(path)
    assert (again.status, "x-kept" in again.headers) == (404, False)
