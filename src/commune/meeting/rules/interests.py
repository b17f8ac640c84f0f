"""Interests that members declare before the sitting (CDLD art. L1122-19): who withdraws, whom to remind of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from commune.core.rules.refusals import Refusal, Refusals
from commune.meeting.rules.attendance import Away, Cause, Out, Sheet, mark

WITHDRAWS = Away(Out.NOT_CONCERNED, Cause.CONFLICT)


@dataclass(frozen=True)
class Interest:
    """A member's declaration for one item: when (UTC), and by which account; never the ground."""

    member: str
    at: datetime
    by: str


def against_declaring(member: str, members: Collection[str], declared: Collection[str], over: bool) -> Refusals:
    """Why an interest cannot be declared: not a member of the body then, declared already, item decided."""
    found = []
    if member not in members:
        found.append(Refusal("interests.unknown_member", {"member": member}, "member"))
    if member in declared:
        found.append(Refusal("interests.declared", {"member": member}, "member"))
    if over:
        found.append(Refusal("interests.over"))
    return tuple(found)


def withdraw(
    sheet: Sheet,
    declared: Mapping[str, Collection[str]],
    joining: Collection[str],
    voted: Mapping[str, frozenset[str]],
) -> Sheet:
    """The sheet with those among ``joining`` who declared an interest out of the items it is about.

    ``declared``: members by item. Whoever signs an item or voted on it stays in: that is for a person to settle.
    """
    for item, members in declared.items():
        for member in members:
            if member in joining and member not in sheet.item(item).away:
                sheet = mark(sheet, member, (item,), WITHDRAWS, voted).sheet
    return sheet


def still_in(sheet: Sheet, item: str, declared: Iterable[str]) -> tuple[str, ...]:
    """Members present at the meeting who declared an interest in the item and are not out of it."""
    away = sheet.item(item).away
    return tuple(member for member in declared if member in sheet.presents and member not in away)


def reminded(linked: Mapping[str, Collection[str]], known: Collection[str]) -> dict[str, str]:
    """The persons who withdrew from a linked item and did not declare anything for this one: item by person.

    ``linked``: persons by linked item, the nearest last; ``known``: persons who declared or withdrew here.
    """
    return {person: item for item, persons in linked.items() for person in persons if person not in known}


def withdrawn_for_interest(sheet: Sheet, item: str) -> tuple[str, ...]:
    """Members out of the item for a conflict of interest."""
    return tuple(uid for uid, away in sheet.item(item).away.items() if away.cause is Cause.CONFLICT)
