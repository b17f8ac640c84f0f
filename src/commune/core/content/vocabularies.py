"""Lists to choose from, read from the catalog."""

from typing import Any

from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary


@provider(IVocabularyFactory)
def units(context: Any) -> SimpleVocabulary:
    """Services by uid, in the order of their path."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", sort_on="path"
    )
    return SimpleVocabulary([SimpleTerm(brain.UID, brain.UID, brain.Title) for brain in brains])
