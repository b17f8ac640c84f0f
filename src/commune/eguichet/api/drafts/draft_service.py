"""What the services of drafts have in common: whose draft it is, how often, how they refuse."""

from datetime import timedelta
from functools import cached_property
from typing import Any

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest, NotFound
from zope.interface import alsoProvides, implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.api.contract import decoded, read_body
from commune.core.api.refused import refused
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.eguichet.api.drafts.draft_json import draft_json, faults_json
from commune.eguichet.content.drafts import StoredDraft
from commune.eguichet.rules.forms import Field
from commune.eguichet.workflow.drafts import draft_for
from commune.eguichet.workflow.forms import form_of
from commune.eguichet.workflow.tracking import too_many

PER_MINUTE = 60
WINDOW = timedelta(minutes=1)
TOO_MANY, WRONG = 429, 400


@implementer(IPublishTraverse)
class DraftService(Service):
    """``@drafts[/<token>[/<act>]]``: not found for anybody but the holder of the draft."""

    path: tuple[str, ...] = ()

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.path += (name,)
        return self

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        closed = too_many("api", self.request.getClientAddr(), PER_MINUTE, WINDOW)
        if closed:
            self.request.response.setHeader("Retry-After", str(closed[0].data["retry_after"]))
            return refused(self, closed, TOO_MANY)
        try:
            return self.answer()
        except Refused as refusal:
            return refused(self, refusal.refusals)

    def answer(self) -> dict[str, Any]:
        raise NotImplementedError

    @cached_property
    def stored(self) -> StoredDraft:
        found = draft_for(self.path[0], current_actor()) if self.path else None
        if found is None:
            raise NotFound()
        return found

    @cached_property
    def wish(self) -> dict[str, Any]:
        return read_body(self.request)

    @property
    def language(self) -> str:
        return str(api.portal.get_current_language())

    def field(self, name: str) -> Field:
        """The field behind a posted name. Raises ``BadRequest``."""
        for _page, _group, one in form_of(self.stored).fields():
            if one.key == name.rpartition(".")[2]:
                return one
        raise BadRequest(f"{name}: no such field")

    def content(self) -> tuple[str, bytes]:
        """Name and content of the file in the body. Raises ``BadRequest``."""
        return str(self.wish.get("filename") or ""), decoded(self.wish.get("data"))

    def faulty(self, faults: dict[str, Refusals]) -> dict[str, Any]:
        """400 with every fault by field; what was typed is kept."""
        self.request.response.setStatus(WRONG)
        return {"error": {"type": "Invalid", "refusals": faults_json(faults, self.request)}, **draft_json(self.stored)}
