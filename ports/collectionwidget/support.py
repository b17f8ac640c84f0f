"""The one thing that the widget took from a package without a Python 3 release."""

from plone import api


def uuidToObject(uuid, unrestricted=False):
    """The object of that UID or ``None``; ``unrestricted`` also finds what the reader may not see."""
    catalog = api.portal.get_tool("portal_catalog")
    search = catalog.unrestrictedSearchResults if unrestricted else catalog.searchResults
    for brain in search(UID=uuid):
        return brain._unrestrictedGetObject() if unrestricted else brain.getObject()
    return None
