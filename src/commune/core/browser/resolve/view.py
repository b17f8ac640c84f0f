"""Short addresses by identifier, which lead only to what the visitor may see.

The address that they would give names the title: for a hidden object that is already too much.
"""

from typing import Any

from AccessControl import getSecurityManager
from plone.app.uuid.browser import RedirectToUUIDView
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from zExceptions import NotFound

from commune.core.workflow.lookup import by_uid


class Seen:
    """A redirection by identifier, not found unless what it leads to may be viewed."""

    def __call__(self) -> Any:
        found = by_uid(self.uuid)
        if found is None or not getSecurityManager().checkPermission("View", found):
            raise NotFound()
        return super().__call__()


class ResolveUid(Seen, ResolveUIDView):
    """``resolveuid/<identifier>``, written in texts."""


class RedirectToUuid(Seen, RedirectToUUIDView):
    """``redirect-to-uuid/<identifier>``."""
