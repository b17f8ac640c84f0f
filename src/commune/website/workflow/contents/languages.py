"""The other languages of a site: a root folder each, at the address of its code."""

from typing import Any

from plone import api
from plone.base.interfaces import INavigationRoot
from zope.interface import alsoProvides

from commune.core.rules.authority.model import Profile
from commune.core.workflow.creation import create
from commune.website.workflow.publishing import publish

BY_PATH = "plone.use_path_negotiation"


def language_root(site: Any, language: str, title: str) -> tuple[Any, bool]:
    """The folder of the pages in that language, and whether it was made now."""
    found = site._getOb(language, None)
    if found is not None:
        return found, False
    found = create(site, "Folder", id=language, title=title, language=language, exclude_from_nav=True)
    alsoProvides(found, INavigationRoot)
    found.setLayout("home")
    found.reindexObject()
    publish(found)
    return found, True


def apply_languages(site: Any, profile: Profile) -> list[str]:
    """The language of an address comes from its first part, when the site has several."""
    several = len(profile.languages) > 1
    if api.portal.get_registry_record(BY_PATH, default=False) == several:
        return []
    api.portal.set_registry_record(BY_PATH, several)
    return ["languages: by address" if several else "languages: one"]
