"""POST @drafts begins; @drafts/<token>/files adds a file; @drafts/<token>/submit sends."""

from typing import Any

from plone import api
from zExceptions import NotFound

from commune.core.api.contract import BASE64, FLAG, TEXT, body
from commune.core.workflow.actor import current_actor
from commune.eguichet.api.drafts.draft_json import draft_json
from commune.eguichet.api.drafts.draft_service import DraftService
from commune.eguichet.content.settings import settings
from commune.eguichet.workflow.drafts import Begun, begin
from commune.eguichet.workflow.secrecy import code_of
from commune.eguichet.workflow.submission import Incomplete, submit
from commune.eguichet.workflow.uploads import add_file

CREATED = 201


class PostDraft(DraftService):
    """Body to begin: ``{"procedure": id}``; of a file: ``{"field", "filename", "data" (base64)}``; to send:
    ``{"key", "statement": true}``, or the header ``Idempotency-Key``."""

    parts = ("{token}", "{act}")
    gives = (201,)
    takes = body(procedure=TEXT, field=TEXT, filename=TEXT, data=BASE64, key=TEXT, statement=FLAG)

    def answer(self) -> dict[str, Any]:
        acts = {(): self._begin, ("files",): self._file, ("submit",): self._submit}
        act = acts.get(self.path[1:])
        if act is None:
            raise NotFound()
        return act()

    def _begin(self) -> dict[str, Any]:
        if self.path:
            raise NotFound()
        folder = api.portal.get().restrictedTraverse(settings().folder, None)
        wanted = str(self.wish.get("procedure", ""))
        if folder is None or wanted not in folder.objectIds():
            raise NotFound()
        procedure = folder.restrictedTraverse(wanted)
        stored = begin(procedure, Begun(current_actor(), self.language, "api"))
        self.request.response.setStatus(CREATED)
        return draft_json(stored)

    def _file(self) -> dict[str, Any]:
        name = str(self.wish.get("field", ""))
        field = self.field(name)
        refusals = add_file(self.stored, field, name, *self.content())
        if refusals:
            return self.faulty({name: refusals})
        self.request.response.setStatus(CREATED)
        return draft_json(self.stored)

    def _submit(self) -> dict[str, Any]:
        key = self.request.getHeader("Idempotency-Key") or str(self.wish.get("key", ""))
        try:
            sent = submit(self.stored, key, bool(self.wish.get("statement")), current_actor())
        except Incomplete as incomplete:
            return self.faulty(dict(incomplete.checked.refusals))
        self.request.response.setStatus(CREATED)
        return {"reference": sent.reference, "code": code_of(self.stored.token), "state": sent.state}
