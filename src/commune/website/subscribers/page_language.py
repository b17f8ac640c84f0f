"""A page speaks its own language, whatever a cookie says: one address, one language, one copy in the caches."""

from typing import Any

from Acquisition import aq_chain
from plone import api
from plone.base.interfaces import INavigationRoot
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal

from commune.website.content.public import IPublicContent
from commune.website.interfaces import IWebsiteLayer


@adapter(IPubAfterTraversal)
def speak_its_language(event: Any) -> None:
    """Set the language of the request to the one of the content, when the site is in several."""
    request = event.request
    tool = request.get("LANGUAGE_TOOL")
    if tool is None or not IWebsiteLayer.providedBy(request):
        return
    supported = api.portal.get_registry_record("plone.available_languages", default=())
    language = _language(request) if len(supported) > 1 else ""
    if language in supported:
        request["LANGUAGE"] = language
        tool.LANGUAGE = language


def _language(request: Any) -> str:
    published = request.get("PUBLISHED")
    for place in aq_chain(getattr(published, "__self__", published)):
        if IPublicContent.providedBy(place) or INavigationRoot.providedBy(place):
            return getattr(place, "language", "") or ""
    return ""
