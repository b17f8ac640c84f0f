"""A meeting is made or moves on: the items that its body wants at that moment are put on its agenda."""

from typing import Any

from zope.component import adapter

from commune.core.events import DossierMoved
from commune.core.workflow.lookup import by_uid
from commune.meeting.workflow.recurring import make_recurring


def meeting_added(meeting: Any, event: Any) -> None:
    """The items of a new meeting."""
    make_recurring(meeting, "creation")


@adapter(DossierMoved)
def meeting_moved(letter: DossierMoved) -> None:
    """The items of a transition, once it is made."""
    if letter.kind == "meeting":
        make_recurring(by_uid(letter.uid), letter.transition)
