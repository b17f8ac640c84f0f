"""Comings and goings for the minutes, conflicts of interest, proxies."""

from collections.abc import Mapping
from dataclasses import dataclass

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.attendance import Cause, Out, Presence, Proxy, Sheet


@dataclass(frozen=True)
class Moves:
    """Who moves around one item; ``withdrew``/``returned`` are those not concerned by it."""

    item: str
    left_before: tuple[str, ...] = ()
    came_before: tuple[str, ...] = ()
    left_after: tuple[str, ...] = ()
    came_after: tuple[str, ...] = ()
    withdrew_before: tuple[str, ...] = ()
    returned_before: tuple[str, ...] = ()
    withdrew_after: tuple[str, ...] = ()
    returned_after: tuple[str, ...] = ()


def moves(sheet: Sheet, first_too: bool = False) -> tuple[Moves, ...]:
    """The moves of each item, found by comparing it with its neighbours.

    The first item has no "before" unless ``first_too``: then it is compared with the meeting.
    """
    absent = [frozenset(u for u, a in i.away.items() if a.out is not Out.NOT_CONCERNED) for i in sheet.items]
    aside = [frozenset(u for u, a in i.away.items() if a.out is Out.NOT_CONCERNED) for i in sheet.items]
    found = []
    for i, item in enumerate(sheet.items):
        left, came = _between(sheet, absent, i - 1, i, first_too)
        withdrew, returned = _between(sheet, aside, i - 1, i, first_too)
        left_after, came_after = _between(sheet, absent, i, i + 1, first_too)
        withdrew_after, returned_after = _between(sheet, aside, i, i + 1, first_too)
        found.append(
            Moves(item.uid, left, came, left_after, came_after, withdrew, returned, withdrew_after, returned_after)
        )
    return tuple(found)


def _between(
    sheet: Sheet, away: list[frozenset[str]], one: int, other: int, first_too: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if other >= len(away) or (one < 0 and not first_too):
        return (), ()
    before = away[one] if one >= 0 else frozenset()
    gone, back = away[other] - before, before - away[other]
    return tuple(u for u in sheet.presents if u in gone), tuple(u for u in sheet.presents if u in back)


@dataclass(frozen=True)
class Interest:
    """A member's declared interest in an item (CDLD art. L1122-19); the article is all that is published."""

    member: str
    item: str
    article: str = "CDLD art. L1122-19"


def reminders(
    ancestors: tuple[str, ...], declared: tuple[Interest, ...], sheets: Mapping[str, Sheet]
) -> tuple[Interest, ...]:
    """Interests seen on the linked items: declared on them, or recorded as a withdrawal in their meeting.

    ``sheets``: per linked item, the attendance of the meeting that treated it.
    """
    found = [interest for interest in declared if interest.item in ancestors]
    for uid in ancestors:
        away = sheets[uid].item(uid).away if uid in sheets else {}
        found += [Interest(member, uid) for member, out in away.items() if out.cause is Cause.CONFLICT]
    return tuple(dict.fromkeys(found))


def against_proxies(sheet: Sheet, proxies: tuple[Proxy, ...], most: int) -> Refusals:
    """What is wrong with the proxies of a meeting; ``most`` per holder, 0 where the body allows none."""
    if proxies and not most:
        return (Refusal("attendance.no_proxies"),)
    found = NONE
    for proxy in proxies:
        giver = sheet.member(proxy.giver)
        if giver is None or giver.presence is Presence.PRESENT:
            found += (Refusal("attendance.giver_present", {"member": proxy.giver}),)
        if proxy.holder not in sheet.presents:
            found += (Refusal("attendance.holder_absent", {"member": proxy.holder}),)
    holders = [proxy.holder for proxy in proxies]
    crowded = sorted({holder for holder in holders if holders.count(holder) > most})
    return found + tuple(Refusal("attendance.too_many_proxies", {"member": h, "most": most}) for h in crowded)
