"""A service that changes something: it reads JSON, acts once, and answers 409 with every reason when refused."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.interface import alsoProvides

from commune.core.api.contract import Misread, wished
from commune.core.api.etags import STALE, UNTOLD, against_version, tell_tag
from commune.core.api.refused import refused
from commune.core.content.answers import Answer, answer_to, instant, keep_answer
from commune.core.content.clock import now
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused

HEADER = "Idempotency-Key"
DRY_RUN = "Dry-Run"
TOLD = ("Location", "ETag")
LONGEST = 200


class Act(Service):
    """What the services that write have in common; one says what it does with the wish, and in ``takes`` what it reads.

    With the header ``Idempotency-Key``, the same call again gives the same answer and does nothing; another
    body under the same key is refused (422).
    """

    takes: Any = None
    """Schema of the body (``contract.body``)."""
    strict = True
    """Whether bodies are checked against it before the act, which else finds the faults itself."""
    kept = True
    """Whether answers are kept for calls with a key; not those that hold a secret."""
    versioned = False
    """Whether the call must name the version that it changes (``If-Match``), so that no change is lost."""

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        found = once(self, self._acted) if self.kept else self._acted()
        return self._tried(found)

    def _tried(self, found: Any) -> Any:
        """What a trial would have made is nowhere: its address is not told."""
        response = self.request.response
        if response.getHeader(DRY_RUN) and response.getStatus() == 201:
            response.setStatus(200)
            response.headers.pop("location", None)
        return found

    def _acted(self) -> Any:
        refusals = against_version(self, self.versioned)
        if refusals:
            tell_tag(self)
            return refused(self, refusals, UNTOLD if refusals[0].code == "version.needed" else STALE)
        try:
            return self.act(self.read())
        except Misread as misread:
            return refused(self, misread.refusals, 400)
        except Refused as refusal:
            return refused(self, refusal.refusals, self.refused_status())

    def read(self) -> dict[str, Any]:
        """What the request says."""
        return wished(self)

    def refused_status(self) -> int:
        """The status of a refusal."""
        return 409

    def act(self, wish: dict[str, Any]) -> Any:
        """Do what the body of the request asks; raises ``Refused`` with every reason against it."""
        raise NotImplementedError


def once(service: Any, act: Callable[[], Any]) -> Any:
    """Act, or answer as before to the same call of the same account; only what was done is kept."""
    request, key = service.request, service.request.getHeader(HEADER) or ""
    user = api.user.get_current().getId() if key else None
    if not user:
        return act()
    if len(key) > LONGEST:
        return refused(service, (Refusal("idempotency.too_long", {"most": LONGEST}),), 400)
    site, moment = api.portal.get(), now()
    call = (str(user), f"{request.method} {request.get('PATH_INFO', '')}", key)
    digest, before = _digest(request), answer_to(site, call, moment)
    if before is not None:
        return _again(service, before, digest)
    found, response = act(), request.response
    if 200 <= response.getStatus() < 300:
        headers = {name: response.getHeader(name) for name in TOLD if response.getHeader(name)}
        kept = Answer(digest, response.getStatus(), headers, json.dumps(found), instant(moment))
        keep_answer(site, call, kept)
    return found


def _again(service: Any, answer: Answer, digest: str) -> Any:
    if answer.digest != digest:
        return refused(service, (Refusal("idempotency.other_body"),), 422)
    response = service.request.response
    response.setStatus(answer.status)
    response.setHeader("Idempotent-Replay", "true")
    for name, value in answer.headers.items():
        response.setHeader(name, value)
    return json.loads(answer.body)


def _digest(request: Any) -> str:
    """A fingerprint of the body; a form is told by its fields and the content of its files."""
    body = request.get("BODY") or b""
    whole = hashlib.sha256(body if isinstance(body, bytes) else str(body).encode())
    for name, value in sorted(request.form.items()):
        whole.update(name.encode())
        whole.update(_content(value))
    return whole.hexdigest()


def _content(value: Any) -> bytes:
    if not hasattr(value, "read"):
        return str(value).encode()
    content: bytes = value.read()
    value.seek(0)
    return content
