"""Secrets: tokens, access codes that are kept only as a hash, and tickets that the site signs."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime

from plone.keyring.interfaces import IKeyManager
from zope.component import getUtility

from commune.eguichet.rules.tracking import new_access_code, read_access_code

TOKEN_BYTES = 32


def new_token() -> str:
    """An unguessable text for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def code_of(token: str) -> str:
    """The access code that belongs to a draft's token: always the same, found by nobody without the token."""
    return new_access_code(_drawing_from(token))


def code_hash(code: str) -> str:
    """What is kept of an access code; an unreadable code gives a text that matches nothing."""
    read = read_access_code(code)
    return hashlib.sha256(f"access:{read}".encode()).hexdigest() if read else ""


def sign(purpose: str, value: str, until: datetime) -> str:
    """A ticket saying ``value`` until that moment; readable by its holder, changeable by nobody."""
    body = f"{value}.{int(until.timestamp())}"
    return f"{body}.{_seal(purpose, body)}"


def read_ticket(purpose: str, ticket: str, now: datetime) -> str:
    """The value of a ticket that is genuine and in time, else the empty text."""
    body, _, seal = ticket.rpartition(".")
    value, _, until = body.rpartition(".")
    genuine = hmac.compare_digest(seal.encode(), _seal(purpose, body).encode())
    return value if genuine and until.isdecimal() and now.timestamp() < int(until) else ""


def _seal(purpose: str, body: str) -> str:
    secret = getUtility(IKeyManager).secret("_system")
    return hmac.new(str(secret).encode(), f"{purpose}:{body}".encode(), hashlib.sha256).hexdigest()


def _drawing_from(token: str) -> Callable[[int], int]:
    drawn = 0

    def draw(bound: int) -> int:
        nonlocal drawn
        drawn += 1
        return int.from_bytes(hashlib.sha256(f"code:{token}:{drawn}".encode()).digest()) % bound

    return draw
