"""Personal marks on dossiers (read, followed): each person puts and sees his or her own, whatever rights to change."""

from collections.abc import Mapping
from typing import Any

from BTrees.OOBTree import OOBTree, OOTreeSet
from plone.indexer import indexer
from zope.annotation.interfaces import IAnnotations

from commune.core.interfaces import IDossier
from commune.core.workflow.sealing import asked, sealed

KEY = "commune.core.marks"
INDEX = "dossier_marks"
EVERY = "*"


def marks_of(dossier: Any, userid: str) -> frozenset[str]:
    """The marks that the person put on the dossier."""
    return frozenset(name for name, users in _marks(dossier).items() if userid in users)


def mark(dossier: Any, name: str, userid: str, on: bool = True) -> None:
    """Put a mark of the person, or take it off; nobody else learns of it, and the dossier is not changed."""
    if (name in marks_of(dossier, userid)) == on:
        return
    notes = IAnnotations(dossier)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    users = notes[KEY].setdefault(name, OOTreeSet())
    if on:
        users.insert(userid)
    else:
        users.remove(userid)
    dossier.reindexObject(idxs=[INDEX])


@indexer(IDossier)
def dossier_marks(dossier: Any) -> tuple[str, ...]:
    """Sealed pairs of mark and person, after a sign that all have: an index of words does not know who has none."""
    return (EVERY, *(sealed(name, user) for name, users in _marks(dossier).items() for user in users))


def personal(query: Mapping[str, Any], userid: str, others: tuple[str, ...] = ()) -> dict[str, Any]:
    """The query with the names of marks, and the values of ``others``, replaced by what these indexes hold."""
    found = dict(query)
    for index in (INDEX, *others):
        if index in query:
            more = (userid,) if index == INDEX else ()
            condition = query[index]
            parts = condition if isinstance(condition, Mapping) else {"query": condition}
            found[index] = {key: _asked(part, more) for key, part in parts.items()}
    return found


def _asked(values: Any, more: tuple[str, ...]) -> list[str]:
    return [asked(value, *more) for value in ([values] if isinstance(values, str) else values)]


def _marks(dossier: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = IAnnotations(dossier).get(KEY) or {}
    return found
