"""Numbers of meetings and references of items, written when they are fixed."""

from collections.abc import Iterable
from typing import Any

from commune.core.workflow.lookup import by_uids
from commune.meeting.rules.continuous import NumberedMeeting, first_item_number, meeting_number
from commune.meeting.rules.numbers import Number
from commune.meeting.rules.references import ReferenceFacts, Standing, references
from commune.meeting.workflow.place import aware, body_of, meeting_brains
from commune.meeting.workflow.settings import Settings, fixed

FIRST = Number(1)


def numbered(body: Any, but: Any) -> tuple[NumberedMeeting, ...]:
    """The other meetings of the body as the numbers see them; they are woken."""
    own = but.UID()
    others = by_uids(brain.UID for brain in meeting_brains(body) if brain.UID != own)
    return tuple(
        NumberedMeeting(aware(other.date).date(), other.agenda.masters, other.number, other.first_item_number)
        for other in others
    )


def fix_number(meeting: Any, settings: Settings) -> None:
    """Give the meeting its number, once."""
    body = body_of(meeting)
    day = aware(meeting.date).date()
    drawn = meeting_number(
        day, numbered(body, meeting), body.last_meeting_number, settings.body.numbering.reset_meeting
    )
    meeting.number = drawn.number
    body.last_meeting_number = drawn.number


def fix_first_item(meeting: Any, settings: Settings, how: str) -> None:
    """Fix, recompute or unset the number of the first item in the continuous count."""
    if how == "unset":
        meeting.first_item_number = None
        return
    body = body_of(meeting)
    day = aware(meeting.date).date()
    meeting.first_item_number = first_item_number(
        day, numbered(body, meeting), settings.body.numbering.reset_first_item
    )


def reference_facts(meeting: Any, settings: Settings) -> ReferenceFacts:
    """What the tokens of a reference stand for."""
    return ReferenceFacts(
        settings.body.identity.code, aware(meeting.date).date(), meeting.number, meeting.first_item_number or 1
    )


def write_references(
    meeting: Any, settings: Settings, lowest: Number = FIRST, items: Iterable[Any] | None = None
) -> None:
    """Write the references from the lowest changed number on; ``items``: those of the agenda, when at hand."""
    standing = Standing(fixed(meeting.state), outside=settings.body.numbering.outside_meetings)
    facts = reference_facts(meeting, settings)
    found = references(meeting.agenda, settings.body.numbering.reference, facts, standing, lowest)
    at_hand = by_uids(found) if items is None else items
    _write([(item, found[item.UID()]) for item in at_hand if item.UID() in found])


def clear_references(items: Iterable[Any]) -> None:
    """Empty the references of the items of a meeting whose agenda is no longer fixed."""
    _write([(item, "") for item in items])


def _write(kept: list[tuple[Any, str]]) -> None:
    for item, reference in kept:
        if item.reference != reference:
            item.reference = reference
            item.reindexObject(idxs=["dossier_reference"])
