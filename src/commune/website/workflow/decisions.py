"""The public items of all meetings, kept ready to be searched: written with each sending, nothing woken to read."""

from collections.abc import Iterator
from typing import Any

from BTrees.OOBTree import OOBTree
from plone import api
from zope.annotation.interfaces import IAnnotations

from commune.core.rules.html_words import plain
from commune.website.content.council import WITHDRAWN
from commune.website.rules.decisions import Decision, Found, Question, search, terms_of
from commune.website.rules.languages import LANGUAGES
from commune.website.workflow.searching import synonyms

KEY = "commune.website.decisions"
BEGINNING = 200


def keep_decisions(council: Any, meeting: Any) -> None:
    """Keep the items of a public meeting as they now are, none of one that was withdrawn."""
    kept = _tree(council)
    rows = () if meeting.stage == WITHDRAWN else tuple(_decision(meeting, item) for item in meeting.items if item.uid)
    if kept.get(meeting.meeting) != rows:
        kept[meeting.meeting] = rows


def decisions(council: Any) -> Iterator[Decision]:
    """Every public item."""
    for rows in IAnnotations(council).get(KEY, {}).values():
        yield from rows


def find_decisions(council: Any, question: Question) -> Found:
    """Those that answer the question."""
    return search(decisions(council), question, language(), synonyms())


def language() -> str:
    """The language in which the bodies write."""
    found = str(api.portal.get_default_language())
    return found if found in LANGUAGES else "fr"


def _decision(meeting: Any, item: Any) -> Decision:
    words = plain(item.decision)
    return Decision(
        uid=item.uid,
        meeting=meeting.meeting,
        number=item.number,
        title=item.title,
        day=meeting.day,
        body=meeting.body,
        body_title=meeting.body_title,
        stage=meeting.stage,
        category=item.category,
        in_charge=item.in_charge,
        outcome=item.outcome,
        begins=words[:BEGINNING],
        terms=terms_of(item.title, words, language()),
    )


def _tree(council: Any) -> Any:
    notes = IAnnotations(council)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    return notes[KEY]
