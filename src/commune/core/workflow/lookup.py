"""Finding objects without asking for rights: the caller has asked, or acts for the system."""

from collections.abc import Iterable
from typing import Any

from Acquisition import aq_base
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from Products.ZCatalog.ZCatalog import ZCatalog


def by_uid(uid: str | None) -> Any:
    """The object of that uid whoever may read it, or ``None``.

    Plone's own way indexes everything that waits before it looks. Here what the catalog knows is tried first: a
    meeting asks for its items one by one while each of them is being changed.
    """
    if not uid:
        return None
    found = _known([uid]).get(uid)
    return found if found is not None else uuidToObject(uid, unrestricted=True)


def by_uids(uids: Iterable[str]) -> list[Any]:
    """The objects of those uids in the same order, found with one query; those that are gone are left out."""
    wanted = list(uids)
    found = _known(wanted)
    objects = (found.get(uid) or by_uid(uid) for uid in wanted)
    return [each for each in objects if each is not None]


def _known(uids: list[str]) -> dict[str, Any]:
    """The objects that the catalog knows and that still stand where it says; what waits to be indexed keeps waiting."""
    rows = ZCatalog.search(api.portal.get_tool("portal_catalog"), {"UID": uids}) if uids else ()
    standing = ((row.UID, at(row.getPath())) for row in rows)
    return {uid: each for uid, each in standing if each is not None and IUUID(each, None) == uid}


def at(path: str) -> Any:
    """The object at that absolute path whoever may read it, or ``None``; no view or acquired name stands for one."""
    found = api.portal.get()
    for name in path.split("/")[len(found.getPhysicalPath()) :]:
        found = found._getOb(name, None) if hasattr(aq_base(found), "_getOb") else None
        if found is None:
            return None
    return found


def children(container: Any, portal_type: str) -> list[Any]:
    """Objects of one type directly inside, in their order, whoever may read them.

    They are woken: for the parts of one dossier, never for the rows of a list.
    """
    return [child for child in container.objectValues() if child.portal_type == portal_type]
