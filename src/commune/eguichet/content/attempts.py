"""Failures and uses counted for a short while, by what they were about: a reference, an address."""

from datetime import datetime, timedelta
from typing import Any

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

KEY = "commune.eguichet.attempts"
MOST_KEPT = 200


def attempts(site: Any, key: str) -> tuple[datetime, ...]:
    """When something was tried under that key, oldest first; writes nothing."""
    return IAnnotations(site).get(KEY, {}).get(key, ())


def note_attempt(site: Any, key: str, at: datetime, window: timedelta) -> None:
    """Keep one attempt, and forget those older than the window."""
    kept = IAnnotations(site).setdefault(KEY, OOBTree())
    kept[key] = (*(one for one in kept.get(key, ()) if one > at - window), at)[-MOST_KEPT:]
