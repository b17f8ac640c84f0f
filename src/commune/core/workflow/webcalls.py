"""Telling programs elsewhere what happened: by the outbox, signed, in order, tried again until they answer."""

import json
import secrets
import socket
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.rules.webcalls import against_address, is_final, is_private, signature
from commune.core.workflow.outbox import ITransport, put

CHANNEL = "webcall"
SECRET = "commune.core.webcalls.secret"
PATIENCE = 10


class Unwelcome(Exception):
    """The other side will not take the call, or it may not be sent: trying again is of no use."""


def call(url: str, event: Mapping[str, Any], about: str) -> None:
    """Queue an event (``id``, ``type``, ``data``…) for that address, after those about the same thing.

    ``about``: the uid of the thing, told back with what became of the call.
    """
    site = api.portal.get()
    secret(site)
    body = json.dumps(dict(event), ensure_ascii=False, sort_keys=True)
    payload = {"url": url, "about": about, "event": event["id"], "body": body}
    put(site, CHANNEL, payload, queue=f"{url} {about}")


def secret(site: Any) -> str:
    """The key with which the site signs its calls; made when it is first needed."""
    notes = IAnnotations(site)
    if SECRET not in notes:
        notes[SECRET] = secrets.token_hex(32)
    return str(notes[SECRET])


class _NoDetour(HTTPRedirectHandler):
    """A call goes where it was allowed to go."""

    def redirect_request(self, *args: Any) -> None:
        return None


@implementer(ITransport)
class WebCall:
    """POST of the event as JSON; any answer of the 2xx family within ten seconds is a success."""

    faults = (OSError,)
    finals = (Unwelcome,)

    def send(self, payload: Mapping[str, Any]) -> None:
        check_reachable(payload["url"])
        key = secret(api.portal.get())
        body, moment = payload["body"].encode(), int(now().timestamp())
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": payload["event"],
            "Commune-Timestamp": str(moment),
            "Commune-Signature": f"sha256={signature(key, moment, body)}",
        }
        request = Request(payload["url"], body, headers, method="POST")
        try:
            build_opener(_NoDetour).open(request, timeout=PATIENCE).close()
        except HTTPError as error:
            if is_final(error.code):
                raise Unwelcome(f"{error.code} {error.reason}") from error
            raise


def check_reachable(url: str) -> None:
    """Raise ``Unwelcome`` for an address that may not be called, ``OSError`` for one that is not found."""
    if against_address(url):
        raise Unwelcome("address")
    parts = urlsplit(url)
    found = socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP)
    if any(is_private(str(one[4][0])) for one in found):
        raise Unwelcome("private address")
