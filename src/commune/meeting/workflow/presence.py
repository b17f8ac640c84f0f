"""The members of a body on the day of a meeting: from their mandates, as the attendance lists them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commune.core.workflow.mandates import Seat, seats
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance import Member, Presence, Sheet
from commune.meeting.workflow.place import aware, body_of

MEMBER, SIGNER, SECRETARY = "member", "signer", "secretary"


def positions(meeting: Any) -> tuple[Seat, ...]:
    """Everybody who holds a position in the body on the day of the meeting, by precedence."""
    return seats(aware(meeting.date).date(), body_of(meeting).getId())


def usual_sheet(meeting: Any) -> Sheet:
    """The attendance before anybody is noted: every member there; signers get their ranks in order.

    At a distance, everybody is connected until somebody is noted in the room.
    """
    members = [one for one in positions(meeting) if MEMBER in one.usages]
    signing = [one.uid for one in members if SIGNER in one.usages]
    remote = bool(meeting.remote)
    return Sheet(tuple(Member(one.uid, rank=_rank(one.uid, signing), remote=remote) for one in members))


def _rank(uid: str, signing: list[str]) -> int:
    return signing.index(uid) + 1 if uid in signing else 0


def known_sheet(meeting: Any) -> Sheet:
    """The attendance as noted; as usual while nothing is."""
    sheet = sheet_of(meeting)
    return sheet if sheet.members else replace(sheet, members=usual_sheet(meeting).members)


def named(meeting: Any) -> Mapping[str, Seat]:
    """The positions of the body on that day, by uid, in order of precedence."""
    return {seat.uid: seat for seat in positions(meeting)}


def secretaries(meeting: Any) -> tuple[Seat, ...]:
    """Who keeps the minutes: present without a voice."""
    return tuple(one for one in positions(meeting) if SECRETARY in one.usages)


def chair_of(sheet: Sheet) -> str:
    """Who signs first among the members present, the first of them when nobody has a rank; ``""`` without members."""
    here = [one for one in sheet.members if one.presence is Presence.PRESENT]
    first = min((one for one in here if one.rank), key=lambda one: one.rank, default=here[0] if here else None)
    return first.uid if first is not None else ""


def names_of(meeting: Any) -> Mapping[str, str]:
    """Names by uid of the members on the list; one whose mandate is gone is named by its uid."""
    known = named(meeting)
    members = known_sheet(meeting).members
    return {one.uid: known[one.uid].name if one.uid in known else one.uid for one in members}
