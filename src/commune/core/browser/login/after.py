"""Where somebody arrives after logging in."""

from typing import Any

from plone import api
from plone.base.interfaces.login import IRedirectAfterLogin
from zope.component import adapter
from zope.interface import Interface, implementer

from commune.core.interfaces import ICoreLayer

OFFICE = "commune.core: Use the back office"


@implementer(IRedirectAfterLogin)
@adapter(Interface, ICoreLayer)
class StartAfterLogin:
    """An agent who came from nowhere in particular begins on the start page."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context

    def __call__(self, came_from: str | None = None, is_initial_login: bool = False) -> str | None:
        site = api.portal.get()
        nowhere = not came_from or came_from.partition("?")[0].rstrip("/") == site.absolute_url()
        if nowhere and api.user.has_permission(OFFICE, obj=site):
            return f"{site.absolute_url()}/@@start"
        return came_from
