"""Letters that wait for an answer: asked once, kept until answered, sent again when somebody may answer at last."""

from typing import Any

from BTrees.OOBTree import OOBTree
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.event import notify

KEY = "commune.core.handover"


def ask(letter: Any) -> bool:
    """Send a letter that has an ``origin`` (``HandoverRequested``, ``DecisionRequested``) and keep it until answered.

    Returns whether it was answered at once; if not, nobody does yet: show that it waits.
    """
    waiting = _tree(api.portal.get())
    waiting[_key(type(letter), letter.origin)] = letter
    notify(letter)
    return not is_waiting(type(letter), letter.origin)


def answered(kind: type, origin: str) -> None:
    """Forget the letter of that kind and origin: somebody answered."""
    _tree(api.portal.get()).pop(_key(kind, origin), None)


def is_waiting(kind: type, origin: str) -> bool:
    """Whether a letter of that kind from ``origin`` (a dossier's uid) has no answer yet."""
    return _key(kind, origin) in _tree(api.portal.get())


def withdraw(kind: type, origin: str) -> None:
    """Stop waiting: the origin no longer asks."""
    answered(kind, origin)


def resend(site: Any) -> int:
    """Send every waiting letter again (a module was installed); returns how many were answered."""
    waiting = _tree(site)
    letters = list(waiting.values())
    for letter in letters:
        notify(letter)
    return len(letters) - len(waiting)


def _key(kind: type, origin: str) -> str:
    return f"{kind.__name__}:{origin}"


def _tree(site: Any) -> Any:
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    return notes[KEY]
