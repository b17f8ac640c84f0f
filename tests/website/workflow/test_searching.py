"""The search of a real catalog: the words of people find the pages of the administration."""

import pytest
from plone import api
from plone.app.testing import TEST_USER_ID, logout, setRoles

from commune.website.workflow.searching import search, suggest

TITLES = (
    "Demander un acte d'état civil",
    "Collecte des déchets ménagers",
    "Permis d'urbanisme",
    "Œuvres d'art exposées",
    "Compteur d'électricité",
    "Inscriptions aux écoles",
)


@pytest.fixture()
def site(integration):
    portal = integration["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    for title in TITLES:
        api.content.transition(api.content.create(portal, "Document", title=title, language="fr"), "publish")
    logout()
    return portal


@pytest.mark.requirement("website:W-3.1", "website:W-3.2", "website:W-3.3")
@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("etat civil", TITLES[0]),
        ("ETAT-CIVIL", TITLES[0]),
        ("dechet ménager", TITLES[1]),
        ("poubelles", TITLES[1]),
        ("permis de bâtir", TITLES[2]),
        ("oeuvre", TITLES[3]),
        ("electricite", TITLES[4]),
        ("inscription ecole", TITLES[5]),
        ("electricitte", TITLES[4]),
    ],
)
def test_a_question_finds_its_page(site, question, title):
    assert title in [row.Title for row in search(question, "fr").rows if row.site_kind == "page"][:2]


@pytest.mark.requirement("website:W-3.7")
@pytest.mark.parametrize("question", ["", "zzz", "AND", "(", "or not", "la de des"])
def test_what_nothing_answers_finds_nothing_and_breaks_nothing(site, question):
    assert search(question, "fr").total == 0


@pytest.mark.requirement("website:W-3.5")
def test_counts_are_those_of_every_kind_whichever_is_chosen(site):
    whole = search("urbanisme", "fr")
    pages = search("urbanisme", "fr", "page")
    assert whole.counts == pages.counts
    assert {row.site_kind for row in pages.rows} == {"page"}
    assert sum(whole.counts.values()) == len(whole.rows)


def test_services_are_found_by_everybody(site):
    assert [row.Title for row in search("finances", "fr", "service").rows] == ["Finances"]


@pytest.mark.requirement("website:X-13")
def test_persons_and_organisation_folders_are_never_found(site):
    assert search("Aubertin", "fr").total == 0


@pytest.mark.requirement("website:W-3.6")
@pytest.mark.parametrize(
    ("typed", "found"), [("d", []), ("dech", [TITLES[1]]), ("permis d'urb", [TITLES[2]]), ("école", [TITLES[5]])]
)
def test_suggestions_go_on_as_typed(site, typed, found):
    titles = [row.Title for row in suggest(typed, "fr")]
    assert set(found) <= set(titles)
    assert len(titles) <= 8 and (found or not titles)
