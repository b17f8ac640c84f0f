"""Making content without asking for rights or allowed types: the caller has asked."""

from datetime import date
from typing import Any

from plone import api
from plone.dexterity.utils import addContentToContainer, createContent
from zope.i18n import translate


def create(container: Any, portal_type: str, **fields: Any) -> Any:
    """A new object in ``container``, with its events sent and its fields set before them.

    ``id`` among the fields names it (normalised, made unique); otherwise its title does.
    """
    return addContentToContainer(container, createContent(portal_type, **fields), checkConstraints=False)


def module_root(site: Any, name: str, title: str = "") -> Any:
    """The folder of a module's dossiers, directly in the site; made when it is not there.

    Its title, a message, is kept in the language of the authority.
    """
    return _partition(site, name, title or name)


def year_folder(root: Any, day: date) -> Any:
    """The partition of the day's year in ``root``; made when it is not there."""
    return _partition(root, f"{day:%Y}", f"{day:%Y}")


def _partition(container: Any, name: str, title: str) -> Any:
    if name in container.objectIds():
        return container._getOb(name)
    told = translate(title, target_language=api.portal.get_default_language())
    return create(container, "dossier_folder", id=name, title=str(told))
