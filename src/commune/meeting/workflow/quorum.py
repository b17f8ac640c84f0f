"""Whether enough members are there for an item to be decided."""

from typing import Any

from commune.core.content.journal import Journal
from commune.core.rules.refusals import NONE, Refusals
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance import item_presents, withdrawn
from commune.meeting.rules.quorum import Quorum, Seat, against_deciding_without, quorum
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.presence import named
from commune.meeting.workflow.settings import Settings, settings_of


def quorum_of(meeting: Any, uid: str) -> tuple[Quorum, ...]:
    """The quorum of an item, counted on the members of the meeting; empty until its members are known."""
    sheet = sheet_of(meeting)
    if not sheet.members:
        return ()
    here, aside = frozenset(item_presents(sheet, uid)), frozenset(withdrawn(sheet, uid))
    groups = {uid: seat.political_list for uid, seat in named(meeting).items()}
    seats = tuple(
        Seat(present=one.uid in here, withdrawn=one.uid in aside, group=groups.get(one.uid, ""), weight=one.weight)
        for one in sheet.members
    )
    return quorum(settings_of(meeting).body.attendance.quorum, seats, meeting.call, relisted(by_uid(uid)))


def relisted(item: Any) -> bool:
    """Whether the item, or the one that it continues, was on an agenda before."""
    if item is None:
        return False
    presented = [entry for entry in Journal(item) if entry.data.get("transition") == "present"]
    before = by_uid(item.predecessor)
    return len(presented) > 1 or (before is not None and body_of(before) == body_of(item) and bool(before.meeting))


def against_deciding(item: Any, settings: Settings) -> Refusals:
    """Why an item cannot be decided for want of members, where the body's rule blocks."""
    rule, meeting = settings.body.attendance.quorum, by_uid(item.meeting)
    if meeting is None or rule.below != "block":
        return NONE
    return against_deciding_without(rule, quorum_of(meeting, item.UID()))
