"""The first contents of an authority on its site: made once, then left to its editors."""

from dataclasses import replace

import pytest
from plone import api
from plone.app.testing import TEST_USER_ID, setRoles

from commune.website.workflow.contents.making import apply_contents
from commune.website.workflow.deployment import PART
from tests.layers import valmont

PAGE = {"type": "page", "id": "bruit", "path": "vivre", "title": "Bruit", "summary": "Les heures.", "text": "<p>a</p>"}


def with_pages(*pages, languages=("fr", "de"), **files):
    profile = valmont()
    return replace(
        profile,
        languages=languages,
        content={"pages": (*profile.content["pages"], *pages), **files},
        modules=("website",),
    )


@pytest.fixture()
def site(integration):
    return integration["portal"]


def test_the_authority_has_its_pages_published(site):
    page = site["vivre"]["dechets"]
    assert (page.title, page.portal_type, api.content.get_state(page)) == (
        "Déchets et recyparcs",
        "Document",
        "published",
    )
    assert site.getLayout() == "home"


@pytest.mark.requirement("core:1.20")
def test_a_second_deployment_changes_nothing(site):
    assert PART.apply(site, valmont()) == ()


def test_what_an_editor_changed_stays_and_what_nobody_changed_follows_the_profile(site):
    apply_contents(site, with_pages(PAGE), site)
    page = site["vivre"]["bruit"]
    page.title = "Le bruit"
    apply_contents(site, with_pages({**PAGE, "title": "Bruits", "summary": "Horaires."}), site)
    assert (page.title, page.description) == ("Le bruit", "Horaires.")


def test_what_an_editor_removed_does_not_come_back(site):
    apply_contents(site, with_pages(PAGE), site)
    setRoles(site, TEST_USER_ID, ["Manager"])
    api.content.delete(site["vivre"]["bruit"])
    assert apply_contents(site, with_pages(PAGE), site) == []
    assert "bruit" not in site["vivre"]


@pytest.mark.requirement("website:W-4")
def test_another_language_has_its_own_addresses(site):
    german = {**PAGE, "path": "", "translations": {"de": {"title": "Lärm", "text": "<p>b</p>"}}}
    PART.apply(site, with_pages(german))
    pages = (site["bruit"], site["de"]["bruit"])
    assert [(page.title, page.language, page.text.raw) for page in pages] == [
        ("Bruit", "fr", "<p>a</p>"),
        ("Lärm", "de", "<p>b</p>"),
    ]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        pytest.param({"type": "poem"}, "type", id="unknown-type"),
        pytest.param({"path": "nowhere"}, "path", id="no-such-folder"),
        pytest.param({"translations": {"nl": {"title": "x"}}}, "translations", id="language-of-nobody"),
        pytest.param({"day": "tomorrow"}, "day", id="no-date"),
        pytest.param({"type": "event"}, "start", id="event-without-start"),
        pytest.param({"text": '<img src="a.png">'}, "text", id="image-without-words"),
    ],
)
def test_a_fault_is_told_with_its_entry(integration, entry, place):
    faults = PART.check(with_pages({**PAGE, **entry}))
    assert [fault.place.rpartition(", ")[2] for fault in faults] == [place]
