"""Who is there, at the meeting and for the item, as the secretary's screen shows it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from commune.meeting.content.session import sheet_of
from commune.meeting.i18n import _
from commune.meeting.rules.attendance import Away, Cause, Out, Presence
from commune.meeting.workflow.presence import known_sheet, named
from commune.meeting.workflow.settings import settings_of

PRESENCES = {
    Presence.PRESENT: _("Present"),
    Presence.EXCUSED: _("Excused"),
    Presence.ABSENT: _("Absent"),
}
WHYS: dict[str, tuple[Away, Any]] = {
    "left": (Away(Out.ABSENT, Cause.LEFT), _("Left")),
    "not_arrived": (Away(Out.ABSENT, Cause.NOT_ARRIVED), _("Not arrived yet")),
    "conflict": (Away(Out.NOT_CONCERNED, Cause.CONFLICT), _("Withdraws: conflict of interest")),
    "not_concerned": (Away(Out.NOT_CONCERNED), _("Not concerned")),
    "link_lost": (Away(Out.ABSENT, Cause.LINK_LOST), _("Link lost")),
}


@dataclass(frozen=True)
class MemberLine:
    """One member: at the meeting, and what the item says of him or her."""

    uid: str
    name: str
    label: str
    presence: str
    why: Any
    remote: bool = False
    weight: int = 1
    holder: str = ""


class AttendancePart:
    """The members in their order."""

    presences = tuple((str(key), title) for key, title in PRESENCES.items())
    whys = tuple((key, title) for key, (_away, title) in WHYS.items())

    def __init__(self, meeting: Any, item: str) -> None:
        self.meeting = meeting
        self.item = item

    @cached_property
    def members(self) -> list[MemberLine]:
        sheet, seats = known_sheet(self.meeting), named(self.meeting)
        away = sheet_of(self.meeting).item(self.item).away
        return [
            MemberLine(
                one.uid,
                seats[one.uid].name if one.uid in seats else one.uid,
                seats[one.uid].label if one.uid in seats else "",
                str(one.presence),
                why(away.get(one.uid)),
                one.remote,
                one.weight,
                next((proxy.holder for proxy in sheet.proxies if proxy.giver == one.uid), ""),
            )
            for one in sheet.members
        ]

    @property
    def asks_remote(self) -> bool:
        """Whether one notes who is connected from elsewhere."""
        return bool(self.meeting.remote)

    @property
    def asks_shares(self) -> bool:
        """Whether votes weigh by shares."""
        return settings_of(self.meeting).body.votes.weighted

    @property
    def asks_proxies(self) -> bool:
        """Whether a member may vote through another."""
        return settings_of(self.meeting).body.attendance.proxies_per_holder > 0

    @property
    def here(self) -> list[MemberLine]:
        """Those who may be marked out of the item."""
        return [one for one in self.members if one.presence == Presence.PRESENT and not one.why]

    @property
    def out(self) -> list[MemberLine]:
        """Those out of the item."""
        return [one for one in self.members if one.why]

    def count(self, presence: str) -> int:
        return sum(one.presence == presence for one in self.members)


def why(away: Away | None) -> Any:
    """The words for being out of an item, ``""`` for who is in it."""
    if away is None:
        return ""
    return next((title for one, title in WHYS.values() if one == away), away.out.value)
