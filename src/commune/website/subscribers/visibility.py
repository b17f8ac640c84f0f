"""A content is public from its date of publication to its date of expiry, on its own page too."""

from datetime import UTC, datetime
from typing import Any

from AccessControl import getSecurityManager
from Acquisition import aq_chain
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal

from commune.core.content.clock import now
from commune.website.content.public import IPublicContent
from commune.website.interfaces import IWebsiteLayer
from commune.website.rules.editorial import Publication

SEES_ALL = "Access inactive portal content"


@adapter(IPubAfterTraversal)
def hide_inactive(event: Any) -> None:
    """Answer 404 for what is not public yet or no longer, itself or a folder around it, but to its editors."""
    if not IWebsiteLayer.providedBy(event.request):
        return
    published = event.request.get("PUBLISHED")
    may = getSecurityManager().checkPermission
    for content in aq_chain(getattr(published, "__self__", published)):
        inactive = IPublicContent.providedBy(content) and not publication(content).is_public(now())
        if inactive and not (may(SEES_ALL, content) or may("Modify portal content", content)):
            raise NotFound()


def publication(content: Any) -> Publication:
    """When the content is public, by its two dates."""
    return Publication(_instant(content.effective_date), _instant(content.expiration_date))


def _instant(moment: Any) -> datetime | None:
    return datetime.fromtimestamp(moment.timeTime(), UTC) if moment is not None else None
