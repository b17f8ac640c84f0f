"""Addresses that work without a password: one secret for each account and purpose, kept as a fingerprint only."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

KEY = "commune.core.tokens"


@dataclass(frozen=True)
class Token:
    """Whose it is, what it opens, and since when."""

    user_id: str
    purpose: str
    made: datetime


def make(site: Any, user_id: str, purpose: str, now: datetime) -> str:
    """A new secret for the account and the purpose; the one before no longer works. It cannot be read again."""
    revoke(site, user_id, purpose)
    secret = secrets.token_urlsafe(24)
    _tree(site)[_print(secret)] = Token(user_id, purpose, now.astimezone(UTC))
    return secret


def revoke(site: Any, user_id: str, purpose: str) -> bool:
    """Make the secret of the account worthless; says whether there was one."""
    tree = _tree(site)
    found = [key for key, token in tree.items() if (token.user_id, token.purpose) == (user_id, purpose)]
    for key in found:
        del tree[key]
    return bool(found)


def token_of(site: Any, user_id: str, purpose: str) -> Token | None:
    """What is kept for the account; never the secret."""
    return next((one for one in _tree(site).values() if (one.user_id, one.purpose) == (user_id, purpose)), None)


def owner_of(site: Any, secret: str, purpose: str) -> str:
    """The account that the secret stands for, ``""`` when it stands for none."""
    token = _tree(site).get(_print(secret))
    return token.user_id if token is not None and token.purpose == purpose else ""


def _print(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _tree(site: Any) -> Any:
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    return notes[KEY]
