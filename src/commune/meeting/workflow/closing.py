"""What a meeting still lacks before it is closed."""

from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance import item_presents
from commune.meeting.rules.votes import Kind, complete
from commune.meeting.workflow.session import polls_of, voters_of
from commune.meeting.workflow.settings import Settings

WITHOUT_DETAIL = (Kind.NO_VOTE, Kind.FREEHAND)


def votes_complete(item: Any, settings: Settings) -> bool:
    """Whether every ballot of the item is entered; an item without members to vote lacks none."""
    polls, voters = polls_of(item, settings), voters_of(item)
    if polls[0].kind in WITHOUT_DETAIL or not voters:
        return True
    return not complete(polls, voters)


def signatories_complete(item: Any) -> bool:
    """Whether a signatory of the meeting is there for the item, when the meeting has any."""
    meeting = by_uid(item.meeting)
    sheet = sheet_of(meeting)
    signing = [member.uid for member in sheet.members if member.rank]
    return not signing or bool(set(signing) & set(item_presents(sheet, item.UID())))
