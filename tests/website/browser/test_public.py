"""What a visitor without account gets: every page, and nothing that is not for him."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from DateTime import DateTime
from plone import api
from plone.app.testing import TEST_USER_ID, setRoles
from zope.event import notify

from commune.core.content.clock import now
from commune.core.events import MeetingPublished, MeetingWithdrawn, PublicItem

ITEM = PublicItem("i", "7.1", "Budget 2027", "Finances", "<p>Le Conseil <script>x</script>décide.</p>", "accepted")
LETTER = MeetingPublished("m", "council", "Conseil communal", "Séance", date(2026, 10, 26), "project", 1, "", (ITEM,))
PAGES = (
    "",
    "vivre",
    "vivre/dechets",
    "actualites",
    "actualites/travaux-hiver",
    "actualites/@@feed.atom",
    "agenda",
    "agenda/marche-hebdomadaire",
    "agenda/@@agenda.ics",
    "agenda/marche-hebdomadaire/@@event.ics",
    "services",
    "services/pop",
    "demarches",
    "vie-politique",
    "accessibilite",
    "sitemap",
    "de",
    "@@search",
    "@@suggest",
)


@pytest.mark.requirement(
    "website:W-2.3", "website:W-1.0", "website:W-1.1", "website:W-1.4", "website:W-2.2", "website:W-2.5", "website:W-6"
)
@pytest.mark.parametrize("path", PAGES)
def test_every_public_page_answers(ask, path):
    page = ask(path)
    assert page.status == 200
    assert page.text.count("<h1") == (1 if page.headers["content-type"].startswith("text/html") else 0)


@pytest.mark.parametrize("path", ["vivre/brouillon", "actualites/demain", "actualites/hier"])
@pytest.mark.requirement("website:W-15")
def test_what_is_not_public_is_nowhere(site, ask, path):
    setRoles(site, TEST_USER_ID, ["Manager"])
    api.content.create(site["vivre"], "Document", id="brouillon", title="Xylophone brouillon")
    for name, field, days in (("demain", "effective_date", 1), ("hier", "expiration_date", -1)):
        news = api.content.create(site["actualites"], "News Item", id=name, title="Xylophone")
        news.effective_date = DateTime((now() - timedelta(days=3)).isoformat())
        api.content.transition(news, "publish")
        setattr(news, field, DateTime((now() + timedelta(days=days)).isoformat()))
        news.reindexObject()
    assert ask(path).status in (302, 401, 404)
    assert ask(path, HTTP_ACCEPT="application/json").status in (401, 404)
    for place in ("", "vivre", "actualites", "actualites/@@feed.atom", "sitemap", "@@search", "@@suggest"):
        assert "Xylophone" not in ask(place, "SearchableText=xylophone&q=xylo").text
    listed = json.loads(ask("@search", "Title=Xylophone", HTTP_ACCEPT="application/json").text)
    assert listed["items_total"] == 0


@pytest.mark.requirement("website:W-19.4")
def test_a_meeting_shows_its_stage_then_its_decisions_then_its_stone(site, ask, said):
    stage, outcome = said("Draft agenda"), f">{said('Accepted')}<"
    notify(LETTER)
    draft = ask("vie-politique/m").text
    assert stage in draft and outcome not in draft and "<script>x" not in draft
    notify(replace(LETTER, serial=2, stage="decisions"))
    decided = ask("vie-politique/m").text
    assert 'id="item-7-1"' in decided and outcome in decided and stage not in decided
    notify(MeetingWithdrawn("m", 3, "Publiée par erreur"))
    stone = ask("vie-politique/m")
    assert (stone.status, "Publiée par erreur" in stone.text, "Budget" in stone.text) == (410, True, False)
    assert "Séance" not in ask("vie-politique").text
    assert "Séance" not in ask("@@search", "SearchableText=budget").text


@pytest.mark.requirement("website:W-9.3")
def test_the_declaration_is_a_rendering_of_its_data(site, ask, said):
    site["accessibilite"].status = "none"
    text = ask("accessibilite").text
    assert said("Not conforming") in text and "16 novembre 2027" in text
    assert "Fichiers PDF anciens" in text


@pytest.mark.requirement("website:W-1.7", "website:W-8")
def test_a_service_shows_its_week_and_says_it_to_machines(ask):
    text = ask("services/pop").text
    assert text.count("<tr") == 7
    assert '"openingHoursSpecification"' in text


@pytest.mark.requirement("website:W-1.5")
def test_a_series_is_in_the_calendar_with_every_date(ask):
    ics = ask("agenda/marche-hebdomadaire/@@event.ics")
    assert ics.headers["content-type"].startswith("text/calendar")
    assert ics.text.count("BEGIN:VEVENT") > 50


def test_a_page_speaks_its_language_whatever_the_cookie(ask):
    page = ask("vivre/dechets", HTTP_COOKIE="I18N_LANGUAGE=de")
    assert 'lang="fr"' in page.text
    assert 'lang="de"' in ask("de").text


@pytest.mark.requirement("website:W-3.6")
def test_suggestions_are_short_and_lead_to_public_addresses(ask):
    found = json.loads(ask("@@suggest", "q=popul").text)
    assert [(one["title"], one["url"].rpartition("/plone/")[2]) for one in found] == [
        ("Population et état civil", "services/pop")
    ]
