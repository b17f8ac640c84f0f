"""Finding objects without asking for rights: the caller has asked, or acts for the system."""

from typing import Any

from plone.app.uuid.utils import uuidToObject


def by_uid(uid: str | None) -> Any:
    """The object of that uid whoever may read it, or ``None``."""
    return uuidToObject(uid, unrestricted=True) if uid else None


def children(container: Any, portal_type: str) -> list[Any]:
    """Objects of one type directly inside, in their order, whoever may read them.

    They are woken: for the parts of one dossier, never for the rows of a list.
    """
    return [child for child in container.objectValues() if child.portal_type == portal_type]
