"""Where a content is in the other languages: at the same path below the root of each."""

from typing import Any

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone import api
from plone.base.interfaces import INavigationRoot
from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import ITranslations
from commune.website.content.public import IPublicContent


class _Translations:
    def __init__(self, context: Any) -> None:
        self.context = context

    def address(self, language: str) -> str:
        """The same path in the language, shortened from its end until something is there that the visitor may see."""
        place = language_root(language)
        own = api.portal.get_navigation_root(self.context).getPhysicalPath()
        for name in self.context.getPhysicalPath()[len(own) :]:
            found = place._getOb(name, None) if hasattr(aq_base(place), "_getOb") else None
            if found is None or not getSecurityManager().checkPermission("View", found):
                break
            place = found
        return str(place.absolute_url())


@implementer(ITranslations)
@adapter(IPublicContent)
class ContentTranslations(_Translations):
    """Of a page."""


@implementer(ITranslations)
@adapter(INavigationRoot)
class RootTranslations(_Translations):
    """Of the home page, and of what stands at the root of a language."""


def language_root(language: str) -> Any:
    """The folder of a language, the site for its main one."""
    site = api.portal.get()
    return site._getOb(language, site) if language != api.portal.get_default_language() else site
