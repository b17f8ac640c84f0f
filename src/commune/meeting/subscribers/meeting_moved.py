"""A meeting moved: what its items say to a search follows."""

from zope.component import adapter

from commune.core.events import DossierMoved
from commune.core.workflow.lookup import by_uid
from commune.meeting.workflow.searching import find_again


@adapter(DossierMoved)
def meeting_moved(letter: DossierMoved) -> None:
    """Only meetings; their items tell of their own moves."""
    meeting = by_uid(letter.uid) if letter.kind == "meeting" else None
    if meeting is not None:
        find_again(meeting)
