"""After the installation on a site that already has contents."""

from typing import Any

from plone import api

from commune.website.content.kinds import KINDS


def index_contents(setup: Any) -> None:
    """Fill the indexes of the module with the contents that were there before."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type=list(KINDS)):
        brain._unrestrictedGetObject().reindexObject()
