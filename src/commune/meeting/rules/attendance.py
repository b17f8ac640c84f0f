"""Who is there: at the meeting, and item by item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from commune.core.rules.refusals import NONE, Refusal, Refusals


class Presence(StrEnum):
    """Where a member stands at the meeting."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Out(StrEnum):
    """Why a member present at the meeting takes no part in one item."""

    ABSENT = "absent"
    EXCUSED = "excused"
    NOT_CONCERNED = "not_concerned"


class Cause(StrEnum):
    """What brought it about; a conflict of interest is recorded without any ground beyond the article."""

    NONE = ""
    LEFT = "left"
    NOT_ARRIVED = "not_arrived"
    CONFLICT = "conflict_of_interest"
    LINK_LOST = "link_lost"


@dataclass(frozen=True)
class Member:
    """A held position on the list of the meeting; ``rank`` is its signature rank, 0 for none.

    ``weight``: the shares represented, where a body votes by shares; ``remote``: connected from elsewhere.
    """

    uid: str
    presence: Presence = Presence.PRESENT
    voter: bool = True
    rank: int = 0
    replaced_by: str = ""
    remote: bool = False
    weight: int = 1


@dataclass(frozen=True)
class Proxy:
    """A member who gives their voice to another."""

    giver: str
    holder: str


@dataclass(frozen=True)
class Away:
    """One member out of one item."""

    out: Out
    cause: Cause = Cause.NONE


@dataclass(frozen=True)
class ItemSheet:
    """What one item redefines: who is out, its own order of members, its own signatories (rank -> member)."""

    uid: str
    away: Mapping[str, Away] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    signatories: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """The attendance of a meeting: members in their order, items in the order of the agenda."""

    members: tuple[Member, ...]
    items: tuple[ItemSheet, ...] = ()
    proxies: tuple[Proxy, ...] = ()

    def member(self, uid: str) -> Member | None:
        """The member of that uid, ``None`` when not on the list."""
        return next((member for member in self.members if member.uid == uid), None)

    def item(self, uid: str) -> ItemSheet:
        """The sheet of an item; one that redefines nothing when it has none."""
        return next((item for item in self.items if item.uid == uid), ItemSheet(uid))

    @property
    def presents(self) -> tuple[str, ...]:
        """Members present at the meeting, in order."""
        return tuple(member.uid for member in self.members if member.presence is Presence.PRESENT)

    @property
    def voters(self) -> tuple[str, ...]:
        """Members present at the meeting who vote, in order."""
        return tuple(m.uid for m in self.members if m.presence is Presence.PRESENT and m.voter)


def item_presents(sheet: Sheet, item: str) -> tuple[str, ...]:
    """Presents of the meeting without those absent, excused or not concerned, in the item's order."""
    own = sheet.item(item)
    here = [uid for uid in sheet.presents if uid not in own.away]
    return tuple(sorted(here, key=lambda uid: own.order.index(uid) if uid in own.order else len(own.order)))


def item_voters(sheet: Sheet, item: str) -> tuple[str, ...]:
    """Presents of the item who vote at the meeting, then the members who vote there through one of them."""
    voting = frozenset(sheet.voters)
    here = tuple(uid for uid in item_presents(sheet, item) if uid in voting)
    given = {proxy.giver for proxy in sheet.proxies if proxy.holder in here}
    return here + tuple(member.uid for member in sheet.members if member.uid in given and member.voter)


def withdrawn(sheet: Sheet, item: str) -> tuple[str, ...]:
    """Members out of the item for a conflict of interest or as not concerned: named in the extract."""
    away = sheet.item(item).away
    return tuple(uid for uid in sheet.presents if uid in away and away[uid].out is Out.NOT_CONCERNED)


@dataclass(frozen=True)
class Marked:
    """The sheet after an act; when refused for any item, as it was, with every reason."""

    sheet: Sheet
    refusals: Refusals = NONE


def item_range(sheet: Sheet, first: str, last: str = "") -> tuple[str, ...]:
    """Items from ``first`` to ``last``, both included; only the first without a last one, or when it comes before."""
    uids = [item.uid for item in sheet.items]
    start = uids.index(first)
    stop = uids.index(last) if last in uids else start
    return tuple(uids[start : max(stop, start) + 1])


def mark(
    sheet: Sheet,
    member: str,
    items: Iterable[str],
    away: Away | None,
    voted: Mapping[str, frozenset[str]],
) -> Marked:
    """Mark a member out of some items, or back again with ``away`` ``None``.

    ``voted``: per item, members who already voted (see ``votes.have_voted``); all or nothing.
    """
    chosen = frozenset(items)
    if away is not None:
        found = [r for uid in sorted(chosen) for r in against_away(sheet, uid, member, voted.get(uid, frozenset()))]
        if found:
            return Marked(sheet, tuple(found))
    changed = tuple(_marked(item, member, away) if item.uid in chosen else item for item in sheet.items)
    return Marked(replace(sheet, items=changed))


def _marked(item: ItemSheet, member: str, away: Away | None) -> ItemSheet:
    kept = {uid: other for uid, other in item.away.items() if uid != member}
    return replace(item, away=kept if away is None else {**kept, member: away})


def against_away(sheet: Sheet, item: str, member: str, voted: frozenset[str]) -> Refusals:
    """Why a member cannot be marked out of an item: not at the meeting, signs it, or voted on it."""
    found = NONE
    data = {"member": member, "item": item}
    if member not in sheet.presents:
        found += (Refusal("attendance.not_present", data),)
    if member in sheet.item(item).signatories.values() or _signs(sheet, item, member):
        found += (Refusal("attendance.signatory", data),)
    if member in voted:
        found += (Refusal("attendance.voted", data),)
    return found


def _signs(sheet: Sheet, item: str, member: str) -> bool:
    held = sheet.member(member)
    return held is not None and held.rank > 0 and held.rank not in sheet.item(item).signatories


def against_signing(sheet: Sheet, item: str, member: str) -> Refusals:
    """Why a member cannot sign an item: out of it, or not at the meeting."""
    if member in item_presents(sheet, item):
        return NONE
    return (Refusal("attendance.signatory_not_present", {"member": member, "item": item}),)


def against_leaving_list(sheet: Sheet, member: str, voted: Mapping[str, frozenset[str]]) -> Refusals:
    """Why a member cannot be taken off the meeting's list, nor set absent there: an item redefines them,
    counts their vote, or has an order of its own."""
    found = [Refusal("attendance.own_order", {"item": i.uid}, i.uid) for i in sheet.items if i.order]
    for item in sheet.items:
        data = {"member": member, "item": item.uid}
        if member in item.away or member in item.signatories.values():
            found.append(Refusal("attendance.redefined", data, item.uid))
        if member in voted.get(item.uid, frozenset()):
            found.append(Refusal("attendance.voted", data, item.uid))
    return tuple(found)


def against_joining_list(sheet: Sheet) -> Refusals:
    """Why no member can be added: an item has an order of its own."""
    return tuple(Refusal("attendance.own_order", {"item": i.uid}, i.uid) for i in sheet.items if i.order)


def double_ranks(sheet: Sheet) -> Refusals:
    """Signature ranks that two members of the meeting bear."""
    ranks = [member.rank for member in sheet.members if member.rank]
    return tuple(
        Refusal("attendance.double_rank", {"rank": rank}) for rank in sorted(set(ranks)) if ranks.count(rank) > 1
    )
