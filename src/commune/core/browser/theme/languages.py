"""The other languages in which the page may be read."""

from dataclasses import dataclass
from typing import Any

from plone import api
from plone.app.multilingual.interfaces import ITG
from zope.i18n.locales import locales

from commune.core.content.authority import authority
from commune.core.interfaces import ITranslations


@dataclass(frozen=True)
class Choice:
    """A language by its own name, and where the page is in it."""

    code: str
    name: str
    url: str
    current: bool


def choices(context: Any, request: Any, language: str) -> tuple[Choice, ...]:
    """The authority's languages; empty when there is nothing to choose."""
    codes = authority().languages or ()
    if len(codes) < 2:
        return ()
    return tuple(Choice(code, own_name(code), _url(context, request, code), code == language) for code in codes)


def own_name(code: str) -> str:
    """The name of a language in that language, with a capital."""
    names = locales.getLocale(code).displayNames.languages or {}
    return names.get(code, code).capitalize()


def _url(context: Any, request: Any, code: str) -> str:
    translations = ITranslations(context, None)
    if translations is not None:
        return str(translations.address(code))
    selector = api.portal.get().restrictedTraverse("@@multilingual-selector", None)
    group = _translation_group(context)
    if selector is not None and group:
        return f"{api.portal.get().absolute_url()}/@@multilingual-selector/{group}/{code}"
    return f"{request.get('ACTUAL_URL', '')}?set_language={code}"


def _translation_group(context: Any) -> str:
    return ITG(context, "") or ""
