"""A message of the thread, for programs."""

from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.eguichet.content.messages import Message, thread


def thread_json(request: Any, staff: bool) -> list[dict[str, Any]]:
    """The thread, oldest first; the citizen does not learn the officer's name."""
    return [_message(one, staff) for one in thread(request)]


def _message(one: Message, staff: bool) -> dict[str, Any]:
    found = [annex for annex in map(by_uid, one.files) if annex is not None]
    shown = {"author": one.author} if staff else {}
    return {
        "at": one.at.isoformat(),
        "side": one.side,
        "text": one.text,
        "read": one.read_at is not None,
        "files": [{"@id": annex.absolute_url(), "title": annex.title} for annex in found],
        **shown,
    }
