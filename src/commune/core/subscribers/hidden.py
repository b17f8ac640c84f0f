"""What a visitor may not read does not exist for him: not found, never "forbidden".

Two ways lead to a hidden object. What is public in itself (a view of everybody's) is stopped after
traversal; what asks for a permission is refused at the end of traversal, and there the refusal is
turned into "not found" unless the object itself may be seen.
"""

from typing import Any

from AccessControl import getSecurityManager
from Acquisition import aq_chain
from plone import api
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal

from commune.core.interfaces import IConfidentialPart, IDossier, IDossierFolder

GUARDED = (IDossier, IConfidentialPart, IDossierFolder)


@adapter(IPubAfterTraversal)
def hide_unreadable(event: Any) -> None:
    """Answer 404 when the nearest guarded object around the published one may not be viewed."""
    guarded = _guarded(event.request)
    if guarded is not None and not getSecurityManager().checkPermission("View", guarded):
        raise NotFound()


def hide_refused(site: Any, event: Any) -> None:
    """Answer 404 instead of 401 for what lies in a guarded object that the visitor may not view."""
    request, ordinary = event.request, event.request.response.unauthorized

    def unauthorized() -> None:
        guarded = _guarded(request)
        if guarded is not None and not _sees(request, guarded):
            raise NotFound()
        ordinary()

    request.response.unauthorized = unauthorized


def _guarded(request: Any) -> Any:
    published = request.get("PUBLISHED")
    chain = aq_chain(getattr(published, "__self__", published))
    return next((parent for parent in chain if any(kind.providedBy(parent) for kind in GUARDED)), None)


def _sees(request: Any, guarded: Any) -> bool:
    """Nobody is logged in yet while traversal refuses: ask who the visitor is."""
    user = api.portal.get_tool("acl_users").validate(request, request._auth, ("Authenticated",))
    return user is not None and bool(user.has_permission("View", guarded))
