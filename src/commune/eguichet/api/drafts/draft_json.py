"""A draft over HTTP: what it holds, and what is wrong with it."""

from collections.abc import Mapping
from typing import Any

from commune.core.api.refused import refusal_json
from commune.core.rules.refusals import Refusals
from commune.eguichet.content.drafts import StoredDraft
from commune.eguichet.rules.answers import applicable_pages
from commune.eguichet.rules.drafts import submission_key
from commune.eguichet.workflow.drafts import context_of
from commune.eguichet.workflow.forms import form_of


def draft_json(stored: StoredDraft) -> dict[str, Any]:
    """The draft; ``key`` is the idempotency key of its one submission."""
    pages = applicable_pages(form_of(stored), stored.draft.answers, context_of(stored))
    return {
        "token": stored.token,
        "version": stored.draft.version,
        "form": {"id": stored.form_id, "version": stored.draft.form_version},
        "expires_at": stored.draft.expires_at.isoformat(),
        "pages": [page.id for page in pages],
        "answers": {name: _plain(value) for name, value in stored.draft.answers.items()},
        "files": [
            {"id": key, "field": one.field, "name": one.name, "size": one.size} for key, one in stored.files.items()
        ],
        "key": submission_key(stored.draft),
        "reference": stored.draft.reference,
    }


def faults_json(refusals: Mapping[str, Refusals], request: Any) -> list[dict[str, Any]]:
    """All refusals, each with the field it is about."""
    return [
        {**refusal_json(one, request), "field": name, "pointer": f"/answers/{name}"}
        for name, found in refusals.items()
        for one in found
    ]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
