"""Who looks at the page, as far as the frame differs for it."""

from functools import cached_property
from typing import Any

from AccessControl import getSecurityManager
from plone import api

OFFICE = "commune.core: Use the back office"
SETTINGS = "Plone Site Setup: Overview"


class Visitor:
    """The user of this request."""

    def __init__(self, site: Any) -> None:
        self.site = site
        self.user = getSecurityManager().getUser()
        self.anonymous = self.user.getId() is None

    @cached_property
    def staff(self) -> bool:
        """Whether the visitor works here: only then are the office and the editor's scripts loaded."""
        return not self.anonymous and bool(getSecurityManager().checkPermission(OFFICE, self.site))

    @cached_property
    def administrator(self) -> bool:
        """Whether the site's settings may be opened."""
        return self.staff and bool(getSecurityManager().checkPermission(SETTINGS, self.site))

    @cached_property
    def name(self) -> str:
        """Full name, or the name of the account."""
        member = api.user.get_current()
        return member.getProperty("fullname") or member.getUserName()

    def principals(self) -> tuple[str, ...]:
        """Everything that rights may be given to and that the visitor is."""
        if self.anonymous:
            return ("Anonymous",)
        return tuple(sorted({self.user.getId(), *self.user.getGroups(), *self.user.getRoles()}))
