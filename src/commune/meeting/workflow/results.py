"""The result of a poll, by the majority that the body applies."""

from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance import Sheet, item_presents
from commune.meeting.rules.results import Result, Tally, college_result, result, tally
from commune.meeting.rules.votes import Kind
from commune.meeting.workflow.presence import chair_of
from commune.meeting.workflow.session import polls_of, voters_of
from commune.meeting.workflow.settings import settings_of

COUNTED = (Kind.PUBLIC, Kind.SECRET, Kind.SECRET_SEPARATE)
"""Polls whose ballots are counted."""


def result_of(item: Any, index: int) -> tuple[Tally, Result]:
    """How the votes of a poll are spread, and what they decide."""
    settings = settings_of(item)
    votes = settings.body.votes
    meeting = by_uid(item.meeting)
    sheet = sheet_of(meeting) if meeting is not None else None
    weights = weights_of(sheet, votes.weighted)
    present = sum(weights.get(uid, 1) for uid in item_presents(sheet, item.UID())) if sheet is not None else 0
    polls = polls_of(item, settings)
    counted = tally(polls, index, voters_of(item), weights)
    simple = result(counted, votes.majority, present, sum(weights.values()))
    if not votes.college_ties:
        return counted, simple
    urgent = item.emergency == "accepted"
    chair = polls[index].values.get(chair_of(sheet)) if sheet is not None else None
    return counted, college_result(simple, ties_before(item), urgent, chair, votes.calls_councillor)


def weights_of(sheet: Sheet | None, by_shares: bool) -> dict[str, int]:
    """How much each member's vote weighs: one, or the shares represented."""
    members = sheet.members if sheet is not None else ()
    return {member.uid: member.weight if by_shares else 1 for member in members}


def ties_before(item: Any) -> int:
    """How many times the item's forebears were put off because of a tie."""
    found, forebear = 0, by_uid(item.predecessor)
    while forebear is not None and found < 2:
        polls = range(len(polls_of(forebear, settings_of(forebear)))) if forebear.meeting else ()
        if not any(result_of(forebear, index)[1].tie for index in polls):
            break
        found, forebear = found + 1, by_uid(forebear.predecessor)
    return found
