"""PATCH @drafts/<token>: answers of one page."""

from typing import Any

from zExceptions import BadRequest

from commune.core.api.contract import NAMED, TEXT, body
from commune.core.api.refused import refused
from commune.core.rules.typed import whole
from commune.eguichet.api.drafts.draft_json import draft_json
from commune.eguichet.api.drafts.draft_service import DraftService
from commune.eguichet.rules.answers import check_page
from commune.eguichet.workflow.drafts import context_of, save
from commune.eguichet.workflow.forms import form_of

STALE = 412


class PatchDraft(DraftService):
    """``{"version", "page", "answers": {name: text or list}}``: kept, then checked; 412 when the version is old."""

    parts = ("{token}",)
    takes = body(version={"type": ["integer", "string"]}, page=TEXT, answers=NAMED)

    def answer(self) -> dict[str, Any]:
        posted = self._posted()
        version = self.request.getHeader("If-Match") or str(self.wish.get("version", ""))
        saved = save(self.stored, whole(version.strip('"'), 0), posted)
        if saved.refusals:
            stale = any(one.code == "draft_stale" for one in saved.refusals)
            return refused(self, saved.refusals, STALE if stale else 409)
        page, answers = str(self.wish.get("page", "")), self.stored.draft.answers
        checked = check_page(form_of(self.stored), page, answers, context_of(self.stored))
        return draft_json(self.stored) if checked.ok else self.faulty(dict(checked.refusals))

    def _posted(self) -> dict[str, Any]:
        said = self.wish.get("answers", {})
        if not isinstance(said, dict):
            raise BadRequest("answers: an object is expected")
        return {str(name): self._text(name, value) for name, value in said.items()}

    def _text(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            value = tuple(value)
        texts = value if isinstance(value, tuple) else (value,)
        if not all(isinstance(one, str) for one in texts):
            raise BadRequest(f"{name}: a text or a list of texts is expected")
        return value
