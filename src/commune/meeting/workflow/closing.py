"""What a meeting still lacks before it is closed."""

from typing import Any

from commune.meeting.rules.attendance import Sheet, item_presents, item_voters
from commune.meeting.rules.votes import Kind, complete
from commune.meeting.workflow.session import polls_of
from commune.meeting.workflow.settings import Settings

WITHOUT_DETAIL = (Kind.NO_VOTE, Kind.FREEHAND)


def votes_complete(item: Any, settings: Settings, sheet: Sheet) -> bool:
    """Whether every ballot of the item is entered; an item without members to vote lacks none."""
    polls = polls_of(item, settings)
    if polls[0].kind in WITHOUT_DETAIL or not sheet.members:
        return True
    voters = item_voters(sheet, item.UID())
    return not voters or not complete(polls, voters)


def signatories_complete(item: Any, sheet: Sheet) -> bool:
    """Whether a signatory of the meeting is there for the item, when the meeting has any."""
    signing = [member.uid for member in sheet.members if member.rank]
    return not signing or bool(set(signing) & set(item_presents(sheet, item.UID())))
