"""What a visitor may not read does not exist for him: not found, never "forbidden"."""

from typing import Any

from AccessControl import getSecurityManager
from Acquisition import aq_chain
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal

from commune.core.interfaces import IConfidentialPart, IDossier, IDossierFolder

GUARDED = (IDossier, IConfidentialPart, IDossierFolder)


@adapter(IPubAfterTraversal)
def hide_unreadable(event: Any) -> None:
    """Answer 404 when the nearest guarded object around the published one may not be viewed."""
    published = event.request.get("PUBLISHED")
    for parent in aq_chain(getattr(published, "__self__", published)):
        if any(guarded.providedBy(parent) for guarded in GUARDED):
            if not getSecurityManager().checkPermission("View", parent):
                raise NotFound()
            return
