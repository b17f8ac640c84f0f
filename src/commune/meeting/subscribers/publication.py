"""What citizens see follows what changes: items that move or are edited, and answers from where they are shown."""

from typing import Any

from zope.component import adapter

from commune.core.events import CallTold, DossierMoved, PublicationAnswered
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.workflow.outside import keep_told, note_told
from commune.meeting.workflow.publication import keep_answer, publish_again


@adapter(DossierMoved)
def item_moved(letter: DossierMoved) -> None:
    """The meeting of the item is sent again; one that moves itself is sent once it has moved."""
    if letter.kind == "meeting_item":
        publish_again(by_uid(by_uid(letter.uid).meeting))


def item_edited(item: Any, event: Any) -> None:
    """A title or a text was corrected."""
    publish_again(by_uid(item.meeting))


def meeting_edited(meeting: Any, event: Any) -> None:
    """The day or the place changed."""
    publish_again(meeting)


@adapter(PublicationAnswered)
def answered(letter: PublicationAnswered) -> None:
    """Remember whether the last sending was received."""
    meeting = by_uid(letter.meeting)
    if IMeeting.providedBy(meeting):
        keep_answer(meeting, letter.serial, letter.refusals)


@adapter(CallTold)
def call_told(letter: CallTold) -> None:
    """What became of a call to a program elsewhere."""
    about = by_uid(letter.about)
    if IMeeting.providedBy(about):
        keep_told(about, letter.url, letter.event, letter.outcome, letter.error)
    elif IMeetingItem.providedBy(about) and letter.outcome != "failed":
        note_told(about, letter.url, letter.outcome)
