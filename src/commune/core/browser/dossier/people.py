"""Names of the accounts and services that a dossier mentions by id."""

from functools import cache

from plone import api

from commune.core.workflow.units import unit_title


class Names:
    """Looks each id up once; what is no longer known is shown by its id."""

    def __init__(self) -> None:
        self.user = cache(user_name)
        self.unit = cache(unit_title)


def user_name(userid: str | None) -> str:
    """Full name of the account, or its id."""
    user = api.user.get(userid=userid) if userid else None
    return (user.getProperty("fullname") if user else "") or userid or ""
