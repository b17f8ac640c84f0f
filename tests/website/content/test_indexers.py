"""What the catalog knows of contents, whoever indexes them and wherever."""

import pytest
from zope.component.hooks import setSite

from commune.website.content.indexers import read_in, site_kind, site_text, unit_card


@pytest.fixture()
def site(integration):
    return integration["portal"]


def test_a_text_is_indexed_without_a_current_site(site):
    page, unit = site["vivre"]["dechets"], site["organisation"]["tra"] if "tra" in site["organisation"] else None
    setSite(None)
    try:
        assert "collect" in site_text(page)().split()
        assert read_in(page)() == "fr"
        assert unit is None or '"code": "TRA"' in unit_card(unit)()
    finally:
        setSite(site)


@pytest.mark.parametrize("path", ["accueil", "accueil/acces-dechets", "de", "persons", "organisation"])
def test_what_is_no_page_of_its_own_has_no_kind(site, path):
    with pytest.raises(AttributeError):
        site_kind(site.unrestrictedTraverse(path))()
