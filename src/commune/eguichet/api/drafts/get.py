"""GET @drafts/<token>: the draft, for its holder."""

from typing import Any

from commune.eguichet.api.drafts.draft_json import draft_json
from commune.eguichet.api.drafts.draft_service import DraftService


class GetDraft(DraftService):
    """The answers, the files, the pages that apply."""

    parts = ("{token}",)

    def answer(self) -> dict[str, Any]:
        return draft_json(self.stored)
