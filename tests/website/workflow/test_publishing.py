"""Who writes, who publishes, who reads: the weakest account that may, and the next weaker that may not."""

from datetime import timedelta

import pytest
from plone import api
from plone.app.testing import login, logout
from plone.app.textfield.value import RichTextValue
from Products.CMFCore.WorkflowCore import WorkflowException
from zExceptions import Unauthorized

from commune.core.content.clock import now
from commune.core.content.refused import Refused
from commune.core.workflow.deployment.organisation import unit_uids
from commune.website.workflow.searching import search

PICTURE = RichTextValue('<p><img src="a.png"></p>', "text/html", "text/x-html-safe")


@pytest.fixture()
def site(integration):
    return integration["portal"]


@pytest.fixture()
def folder(site):
    """A section of which the service of works answers."""
    section = site["vivre"]
    section.responsible_service = unit_uids()["TRA"]
    section.reindexObjectSecurity()
    return section


def draft(folder, title="Les chantiers"):
    return api.content.create(folder, "Document", title=title, text=RichTextValue("<p>ok</p>", "text/html"))


def moves(content):
    return {one["id"] for one in api.portal.get_tool("portal_workflow").getTransitionsFor(content)}


@pytest.mark.requirement("website:W-15", "website:W-16")
def test_an_editor_of_the_service_writes_and_submits_but_does_not_publish(site, folder):
    login(site, "worker")
    page = draft(folder)
    assert (api.content.get_state(page), moves(page)) == ("draft", {"submit"})
    api.content.transition(page, "submit")
    assert not api.user.has_permission("Modify portal content", obj=page)
    with pytest.raises(WorkflowException):
        api.portal.get_tool("portal_workflow").doActionFor(page, "publish")


def test_an_editor_of_another_service_neither_writes_nor_reads_there(site, folder):
    login(site, "worker")
    page = draft(folder)
    login(site, "counter")
    assert not api.user.has_permission("View", obj=page)
    with pytest.raises(Unauthorized):
        draft(folder)


@pytest.mark.requirement("website:W-15")
def test_a_reviewer_sends_back_with_a_comment_then_publishes(site, folder):
    login(site, "worker")
    page = draft(folder)
    api.content.transition(page, "submit")
    login(site, "reviewer")
    api.content.transition(page, "reject", comment="Ajoutez la date.")
    assert page.workflow_history["commune_website_workflow"][-1]["comments"] == "Ajoutez la date."
    login(site, "worker")
    api.content.transition(page, "submit")
    login(site, "reviewer")
    api.content.transition(page, "publish")
    logout()
    assert api.user.has_permission("View", obj=page)


def test_nobody_anonymous_finds_a_draft(site, folder):
    login(site, "worker")
    draft(folder, "Zinnebir")
    logout()
    assert search("zinnebir", "fr").total == 0
    assert len(api.content.find(Title="Zinnebir")) == 0


@pytest.mark.requirement("website:W-9.2")
def test_an_image_without_words_stops_the_publication(site, folder):
    login(site, "worker")
    page = draft(folder)
    page.text = PICTURE
    api.content.transition(page, "submit")
    login(site, "reviewer")
    with pytest.raises(Refused) as refused:
        api.portal.get_tool("portal_workflow").doActionFor(page, "publish")
    assert [refusal.code for refusal in refused.value.refusals] == ["editorial.alt_missing"]


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        pytest.param({"effective_date": 1}, 0, id="not-yet"),
        pytest.param({"expiration_date": -1}, 0, id="no-longer"),
        pytest.param({"effective_date": -1, "expiration_date": 1}, 1, id="in-its-time"),
    ],
)
@pytest.mark.requirement("website:W-15")
def test_a_content_is_found_only_in_its_time(site, dates, found):
    from DateTime import DateTime

    news = site["actualites"]["travaux-hiver"]
    news.effective_date = DateTime((now() - timedelta(days=9)).isoformat())
    for name, days in dates.items():
        setattr(news, name, DateTime((now() + timedelta(days=days)).isoformat()))
    news.reindexObject()
    logout()
    assert search("chantiers d'hiver", "fr").counts.get("news", 0) == found
