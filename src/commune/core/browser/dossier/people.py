"""Names of the accounts and services that a dossier mentions by id."""

from functools import cache
from typing import Any

from plone import api


class Names:
    """Looks each id up once; what is no longer known is shown by its id."""

    def __init__(self) -> None:
        self.user = cache(user_name)
        self.unit = cache(unit_title)


def user_name(userid: str | None) -> str:
    """Full name of the account, or its id."""
    user = api.user.get(userid=userid) if userid else None
    return (user.getProperty("fullname") if user else "") or userid or ""


def unit_title(uid: str | None) -> str:
    """Title of the service, from the catalog; empty when there is none."""
    catalog = api.portal.get_tool("portal_catalog")
    brains: Any = catalog.unrestrictedSearchResults(UID=uid) if uid else ()
    return brains[0].Title if brains else ""
