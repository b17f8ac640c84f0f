"""The words by which items are found: those that all their readers read."""

from typing import Any

from plone.indexer import indexer

from commune.core.rules.html_words import plain
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules.masking import MARK, masked
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.settings import settings_of

TEXTS = ("description", "detailed_description")
DECISION_TEXTS = ("motivation", "decision", "decision_cont", "decision_end")
HIDES = "hide_decisions_under_writing"


@indexer(IMeetingItem)
def searchable_text(item: Any) -> str:
    """Title, references and texts, without what was masked nor a decision that is being written."""
    names = TEXTS if _under_writing(item) else (*TEXTS, *DECISION_TEXTS)
    texts = (_words(getattr(getattr(item, name, None), "raw", "") or "") for name in names)
    return " ".join((item.title or "", item.reference or "", item.external_id or "", *texts))


def _words(html: str) -> str:
    return plain(masked(html, " ") if MARK in html else html) if html else ""


def _under_writing(item: Any) -> bool:
    meeting = by_uid(item.meeting)
    return meeting is not None and meeting.state == "decided" and HIDES in settings_of(item).body.adaptations


def find_again(meeting: Any) -> None:
    """Decisions that begin to be written are found no more, those that are written are found again."""
    if HIDES in settings_of(meeting).body.adaptations:
        for item in items_on(meeting):
            item.reindexObject(idxs=["SearchableText"])
