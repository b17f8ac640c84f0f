"""What the installation does beyond its profile, on a site that may have contents already."""

from typing import Any

from plone import api

from commune.core.content.french_lexicon import FrenchStems
from commune.core.workflow import token_plugin

LEXICON = "plone_lexicon"
INDEXES = ("SearchableText", "Title", "Description")


def install(setup: Any) -> None:
    """What the profile cannot say in XML."""
    token_plugin.install(setup)
    find_french_words()


def find_french_words() -> None:
    """Give the lexicon of the catalog its French stems, once, and index anew the few texts that were there."""
    catalog = api.portal.get_tool("portal_catalog")
    lexicon = catalog[LEXICON]
    if any(isinstance(element, FrenchStems) for element in lexicon._pipeline):
        return
    lexicon._pipeline = (*lexicon._pipeline, FrenchStems())
    catalog.manage_clearIndex(list(INDEXES))
    lexicon.clear()
    for name in INDEXES:
        catalog.reindexIndex(name, None)
