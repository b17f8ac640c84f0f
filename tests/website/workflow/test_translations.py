"""A page in the other languages: at the same path, else the nearest place around it."""

from dataclasses import replace

import pytest

from commune.core.interfaces import ITranslations
from commune.website.workflow.deployment import PART
from tests.layers import valmont

SECTION = {"type": "folder", "id": "aines", "title": "Aînés", "translations": {"de": {"title": "Senioren"}}}
BOTH = {"type": "page", "id": "aide", "path": "aines", "title": "Aide", "translations": {"de": {"title": "Hilfe"}}}
ONE = {"type": "page", "id": "repas", "path": "aines", "title": "Repas"}


@pytest.fixture()
def site(integration):
    profile = valmont()
    pages = (*profile.content["pages"], SECTION, BOTH, ONE)
    PART.apply(integration["portal"], replace(profile, content={**profile.content, "pages": pages}))
    return integration["portal"]


@pytest.mark.requirement("website:W-4")
@pytest.mark.parametrize(
    ("path", "language", "address"),
    [
        pytest.param("aines/aide", "de", "de/aines/aide", id="translated"),
        pytest.param("de/aines/aide", "fr", "aines/aide", id="and-back"),
        pytest.param("aines/repas", "de", "de/aines", id="nearest-around"),
        pytest.param("actualites", "de", "de", id="home"),
        pytest.param("de/aines", "de", "de/aines", id="itself"),
    ],
)
def test_the_other_language_is_at_the_same_path(site, path, language, address):
    content = site.unrestrictedTraverse(path)
    assert ITranslations(content).address(language) == f"{site.absolute_url()}/{address}"
