"""Tokens of programs as they are kept: by the fingerprint of their secret, which is nowhere."""

import hashlib
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

from commune.core.rules.service_tokens import PREFIX, ServiceToken, TokenWish

KEY = "commune.core.service_tokens"
USES = "commune.core.service_tokens.uses"


def make_token(site: Any, wish: TokenWish, maker: str, now: datetime) -> tuple[ServiceToken, str]:
    """Keep a token and give it with its secret, which cannot be read again."""
    assert wish.expires is not None
    secret, name = f"{PREFIX}{secrets.token_urlsafe(32)}", secrets.token_hex(8)
    token = ServiceToken(
        name, wish.title.strip(), wish.account, wish.scope, wish.places, now.astimezone(UTC), maker, wish.expires
    )
    _tree(site, KEY)[fingerprint(secret)] = token
    return token, secret


def token_of_secret(site: Any, secret: str) -> ServiceToken | None:
    """The token of that secret, whether it still works or not."""
    found: ServiceToken | None = IAnnotations(site).get(KEY, {}).get(fingerprint(secret))
    return found


def tokens(site: Any) -> list[ServiceToken]:
    """All of them, the newest first."""
    return sorted(IAnnotations(site).get(KEY, {}).values(), key=lambda token: token.made, reverse=True)


def revoke_token(site: Any, token_id: str, now: datetime) -> ServiceToken:
    """Make the token worthless, for good; raises ``KeyError`` when there is none of that id."""
    tree = _tree(site, KEY)
    key, token = next(((key, one) for key, one in tree.items() if one.id == token_id), ("", None))
    if token is None:
        raise KeyError(token_id)
    tree[key] = token if token.revoked else replace(token, revoked=now.astimezone(UTC))
    return tree[key]


def last_use(site: Any, token_id: str) -> datetime | None:
    """When the token was used last, within an hour; ``None`` before it was."""
    found: datetime | None = IAnnotations(site).get(USES, {}).get(token_id)
    return found


def uses_of(site: Any) -> Any:
    """The instants of the last uses, to be written to."""
    return _tree(site, USES)


def fingerprint(secret: str) -> str:
    """SHA-256: the secret has 256 bits of chance, so that no slower function adds anything."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _tree(site: Any, key: str) -> Any:
    notes = IAnnotations(site)
    if key not in notes:
        notes[key] = OOBTree()
    return notes[key]
