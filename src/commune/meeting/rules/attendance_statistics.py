"""How often each person was there: meetings and items of a period, counted from the attendance noted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from commune.meeting.rules.attendance import Presence, Sheet, item_presents, withdrawn


@dataclass(frozen=True)
class Attended:
    """One person over a period. ``items``: those of the meetings at which he or she was present; ``taken``:
    those for which present; ``withdrew``: those from which he or she withdrew or with which not concerned.
    """

    person: str
    present: int = 0
    excused: int = 0
    absent: int = 0
    items: int = 0
    taken: int = 0
    withdrew: int = 0

    @property
    def meetings(self) -> int:
        """Meetings at which the person was expected."""
        return self.present + self.excused + self.absent

    @property
    def rate(self) -> Fraction | None:
        """The share of the meetings attended; ``None`` when none expected the person."""
        return Fraction(self.present, self.meetings) if self.meetings else None


def statistics(sheets: Iterable[Sheet], persons: Mapping[str, str]) -> tuple[Attended, ...]:
    """A line per person, in the order in which they first appear; ``persons``: the person of each member."""
    found: dict[str, Attended] = {}
    for sheet in sheets:
        for member in sheet.members:
            person = persons.get(member.uid, member.uid)
            found[person] = _counted(found.get(person, Attended(person)), sheet, member.uid, member.presence)
    return tuple(found.values())


def _counted(line: Attended, sheet: Sheet, uid: str, presence: Presence) -> Attended:
    line = replace(line, **{presence.value: getattr(line, presence.value) + 1})
    if presence is not Presence.PRESENT:
        return line
    taken = sum(uid in item_presents(sheet, item.uid) for item in sheet.items)
    away = sum(uid in withdrawn(sheet, item.uid) for item in sheet.items)
    return replace(line, items=line.items + len(sheet.items), taken=line.taken + taken, withdrew=line.withdrew + away)
