"""Telling programs elsewhere what happened: by the outbox, signed, in order, tried again until they answer."""

import json
import secrets
import socket
import ssl
from collections.abc import Mapping
from datetime import timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from random import uniform
from typing import Any
from urllib.parse import urlsplit

from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.content.happenings import subscription
from commune.core.content.service_settings import service_settings
from commune.core.rules.happenings import DISABLED, PAUSED
from commune.core.rules.webcalls import against_address, is_allowed, is_final, seconds_in, signature
from commune.core.workflow.outbox import ITransport, put

CHANNEL = "webcall"
SECRET = "commune.core.webcalls.secret"
PATIENCE = 10
MOST_READ = 500
WAITS = (1, 5, 15, 60, 180, 360, 720, 1440)
"""Minutes to wait before each next try."""


class Unwelcome(Exception):
    """The other side will not take the call, or it may not be sent: trying again is of no use."""


class Busy(OSError):
    """The other side did not take the call; ``retry_after``: the seconds it asks for."""

    def __init__(self, told: str, retry_after: int = 0) -> None:
        super().__init__(told)
        self.retry_after = retry_after


def call(url: str, event: Mapping[str, Any], about: str, program: str = "") -> None:
    """Queue an event (``id``, ``type``, ``data``…) for that address, after those about the same thing.

    ``about``: the uid of the thing, told back with what became of the call. ``program``: id of the subscription.
    """
    site = api.portal.get()
    secret(site)
    body = json.dumps(dict(event), ensure_ascii=False, sort_keys=True)
    payload = {"url": url, "about": about, "event": event["id"], "body": body, "program": program}
    put(site, CHANNEL, payload, queue=f"{program or url} {about}")


def secret(site: Any) -> str:
    """The key with which the site signs its calls; made when it is first needed."""
    notes = IAnnotations(site)
    if SECRET not in notes:
        notes[SECRET] = secrets.token_hex(32)
    return str(notes[SECRET])


class _Checked(HTTPSConnection):
    """Connects to the address that was checked, and to no other that the name may stand for a moment later."""

    def __init__(self, host: str, port: int, address: str) -> None:
        super().__init__(host, port, timeout=PATIENCE, context=ssl.create_default_context())
        self.address = address

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)  # type: ignore[attr-defined]


@implementer(ITransport)
class WebCall:
    """POST of the event as JSON; any answer of the 2xx family within ten seconds is a success."""

    faults = (OSError, HTTPException)
    finals = (Unwelcome,)

    @property
    def waits(self) -> tuple[timedelta, ...]:
        """Each a little longer by chance, so that not all come back at once."""
        return tuple(timedelta(minutes=minutes * uniform(1, 1.1)) for minutes in WAITS)

    def holds(self, payload: Mapping[str, Any]) -> bool:
        """A paused program is told when it goes on."""
        program = subscription(api.portal.get(), payload.get("program", ""))
        return program is not None and program.state == PAUSED

    def send(self, payload: Mapping[str, Any]) -> None:
        site, name = api.portal.get(), payload.get("program", "")
        program = subscription(site, name) if name else None
        if name and (program is None or program.state == DISABLED):
            raise Unwelcome("no longer subscribed")
        url, key = (program.url, program.secret) if program is not None else (payload["url"], secret(site))
        body, moment = payload["body"].encode(), int(now().timestamp())
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": payload["event"],
            "Commune-Timestamp": str(moment),
            "Commune-Signature": f"sha256={signature(key, moment, body)}",
        }
        _post(url, check_reachable(url), body, headers)


def _post(url: str, address: str | None, body: bytes, headers: Mapping[str, str]) -> None:
    """One call, followed nowhere else; raises ``Busy`` or ``Unwelcome`` with what was answered."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    wire = _Checked(host, parts.port or 443, address) if address else HTTPConnection(host, parts.port, timeout=PATIENCE)
    try:
        wire.request("POST", f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", body, dict(headers))
        answer = wire.getresponse()
        text = answer.read(MOST_READ).decode("utf-8", "replace")
    finally:
        wire.close()
    if 200 <= answer.status < 300:
        return
    told = f"{answer.status} {answer.reason} {text}".strip()
    if is_final(answer.status):
        raise Unwelcome(told)
    raise Busy(told, seconds_in(answer.getheader("Retry-After")))


def check_reachable(url: str) -> str | None:
    """The numeric address to connect to; raises ``Unwelcome`` for one that may not be called, ``OSError`` for one that
    is not found. The name is asked once, and every address that it stands for must be allowed."""
    if against_address(url):
        raise Unwelcome("address")
    parts = urlsplit(url)
    found = [str(one[4][0]) for one in socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP)]
    settings = service_settings()
    networks = tuple(settings.allowed_networks or ()) if settings is not None else ()
    if not found or not all(is_allowed(one, networks) for one in found):
        raise Unwelcome("private address")
    return found[0]
