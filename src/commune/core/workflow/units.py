"""Services by their code, as documents and settings name them."""

from plone import api


def unit_uid(code: str) -> str | None:
    """The uid of the service of that code, ``None`` when there is none."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", unit_code=code
    )
    return brains[0].UID if brains else None
