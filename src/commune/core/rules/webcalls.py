"""Calls to programs elsewhere: where they may go, how they are signed, what an answer means."""

import hmac
from collections.abc import Iterable
from hashlib import sha256
from ipaddress import ip_address, ip_network

from commune.core.rules.refusals import NONE, Refusal, Refusals

AGAIN = frozenset({408, 409, 425, 429})
"""Answers of the 4xx family after which it is tried again; after the others it is not."""


def against_address(url: str) -> Refusals:
    """Why nothing is sent to that address: not ``https``, or with an account in it."""
    scheme, _sep, rest = url.partition("://")
    host = rest.partition("/")[0]
    if scheme != "https" or not host or "@" in host or any(char.isspace() for char in url):
        return (Refusal("calls.address", {"url": url}, "url"),)
    return NONE


def is_private(address: str) -> bool:
    """Whether a numeric network address is not of the public network; what cannot be read is taken for private."""
    try:
        return not ip_address(address).is_global
    except ValueError:
        return True


def is_allowed(address: str, networks: Iterable[str]) -> bool:
    """Whether a numeric address is of the public network or of one that the authority allows (``10.1.0.0/16``)."""
    if not is_private(address):
        return True
    try:
        return any(ip_address(address) in ip_network(network) for network in networks)
    except ValueError:
        return False


def against_networks(networks: Iterable[str]) -> Refusals:
    """Which of these are no networks."""
    return tuple(Refusal("calls.network", {"network": one}, "networks") for one in networks if not _is_network(one))


def _is_network(text: str) -> bool:
    try:
        ip_network(text)
    except ValueError:
        return False
    return True


def seconds_in(header: str | None) -> int:
    """The seconds of a ``Retry-After``, a day at most; zero for none and for what is no number."""
    text = (header or "").strip()
    return min(int(text), 86400) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def signature(secret: str, moment: int, body: bytes) -> str:
    """HMAC-SHA256 in hexadecimal of the moment (seconds of the epoch), a dot and the body."""
    return hmac.new(secret.encode(), f"{moment}.".encode() + body, sha256).hexdigest()


def is_final(status: int) -> bool:
    """Whether an answer with that status means that trying again is of no use."""
    return 400 <= status < 500 and status not in AGAIN
