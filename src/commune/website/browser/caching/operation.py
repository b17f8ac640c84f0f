"""Public pages: kept in the memory of the instance; everybody else gets his own, kept nowhere (W-13)."""

from typing import Any

from plone.app.caching.interfaces import IETagValue
from plone.app.caching.operations.default import BaseCaching
from plone.app.caching.operations.utils import (
    doNotCache,
    getContext,
    getETagAnnotation,
    setCacheHeaders,
    visibleToRole,
)
from plone.caching.interfaces import ICachingOperationType
from zope.component import adapter
from zope.interface import Interface, implementer, provider

from commune.website.browser.caching.kept import anybody, keep, minute
from commune.website.i18n import _

ETAGS = ("catalogCounter", "commune.language", "commune.minute")


@provider(ICachingOperationType)
class PublicCaching(BaseCaching):
    """Chosen for the rules of public pages in the registry."""

    title = _("Public pages")
    description = _("Kept in memory for visitors without account until a content changes, a minute at most.")
    prefix = "commune.website.publicCaching"
    sort = 10
    options = ()

    def interceptResponse(self, rulename: str, response: Any, class_: Any = None) -> Any:
        """Pages are given earlier than this."""
        return None

    def modifyResponse(self, rulename: str, response: Any, class_: Any = None) -> None:
        """Keep the page when it is the same for everybody."""
        said = response.getHeader("Cache-Control") or ""
        same = anybody(self.request) and visibleToRole(getContext(self.published), "Anonymous")
        if not same or "no-store" in said or response.cookies:
            doNotCache(self.published, self.request, response)
            response.setHeader("Cache-Control", "private, no-store")
        else:
            etag = getETagAnnotation(self.published, self.request, ETAGS)
            setCacheHeaders(self.published, self.request, response, maxage=0, smaxage=0, etag=etag)
            keep(self.request)


@implementer(IETagValue)
@adapter(Interface, Interface)
class PageLanguage:
    """The language in which the page speaks."""

    def __init__(self, published: Any, request: Any) -> None:
        self.request = request

    def __call__(self) -> str:
        return str(self.request.get("LANGUAGE") or "")


@implementer(IETagValue)
@adapter(Interface, Interface)
class Minute:
    """The present minute: "open now", dates of publication and of events change with the time alone."""

    def __init__(self, published: Any, request: Any) -> None:
        self.request = request

    def __call__(self) -> str:
        return str(minute())
