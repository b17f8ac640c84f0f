"""Moves on an agenda that a manager makes by hand, with the mouse or the keyboard."""

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.agenda import Agenda, Change, Entry, accept, blocks, numbering, refuse, taken_out
from commune.meeting.rules.numbers import Number, parse


def move_up(agenda: Agenda, uid: str) -> Change:
    """Exchange with the item just above, of the same kind: master with master, sub with sub of the same master."""
    return _exchange(agenda, uid, -1)


def move_down(agenda: Agenda, uid: str) -> Change:
    """Exchange with the item just below, of the same kind."""
    return _exchange(agenda, uid, 1)


def _exchange(agenda: Agenda, uid: str, step: int) -> Change:
    at = agenda.index(uid)
    if at is None:
        return refuse(agenda, "agenda.not_there", item=uid)
    other = at + step
    if not 0 <= other < len(agenda.entries):
        return refuse(agenda, "agenda.at_the_edge", item=uid)
    if agenda.entries[at].sub != agenda.entries[other].sub:
        return refuse(agenda, "agenda.other_kind", item=uid, other=agenda.entries[other].uid)
    entries = list(agenda.entries)
    entries[at], entries[other] = entries[other], entries[at]
    return accept(agenda, tuple(entries))


def move_to(agenda: Agenda, uid: str, text: str) -> Change:
    """Move to the number typed, ``"n"`` or ``"n.m"``, read on the agenda as it stands before the move.

    A master goes from 1 to one after the last; for ``n.m``, the item ``n.(m-1)`` must be there and
    be another one. Masters close up afterwards: 3 moved to 6.1 ends at 5.1. Sub-items do not follow
    their master (see :func:`move_block`): the first of them takes its place.
    """
    at = agenda.index(uid)
    if at is None:
        return refuse(agenda, "agenda.not_there", item=uid)
    target = parse(text)
    if target is None:
        return refuse(agenda, "agenda.not_a_number", number=text.strip())
    refusals = _reachable(agenda, uid, target)
    if refusals:
        return Change(agenda, agenda, refusals)
    rest = taken_out(agenda.entries, at)
    if target.is_sub:
        return accept(agenda, _below(rest, _holder(agenda, Number(target.major)), Entry(uid, True), target.minor))
    return accept(agenda, _as_master(rest, (Entry(uid),), target.major))


def _holder(agenda: Agenda, number: Number) -> str | None:
    return next((uid for uid, held in numbering(agenda).items() if held == number), None)


def _reachable(agenda: Agenda, uid: str, target: Number) -> Refusals:
    own = numbering(agenda)[uid]
    if target == own:
        return (Refusal("agenda.own_number", {"number": str(target)}),)
    if not target.is_sub:
        last = agenda.masters + 1
        beyond = Refusal("agenda.beyond_the_last", {"number": str(target), "most": last})
        return (beyond,) if target.major > last else NONE
    before = Number(target.major, target.minor - 1)
    if own in (before, Number(target.major)):
        return (Refusal("agenda.below_itself", {"number": str(target)}),)
    if _holder(agenda, before) is None:
        return (Refusal("agenda.nothing_before", {"number": str(target), "missing": str(before)}),)
    return NONE


def _below(rest: tuple[Entry, ...], master: str | None, entry: Entry, minor: int) -> tuple[Entry, ...]:
    start = next(i for i, other in enumerate(rest) if other.uid == master) + 1
    stop = start
    while stop < len(rest) and rest[stop].sub and stop - start < minor - 1:
        stop += 1
    return (*rest[:stop], entry, *rest[stop:])


def _as_master(rest: tuple[Entry, ...], moved: tuple[Entry, ...], major: int) -> tuple[Entry, ...]:
    before, after = blocks(rest)[: major - 1], blocks(rest)[major - 1 :]
    return (*_flat(before), *moved, *_flat(after))


def _flat(parts: tuple[tuple[Entry, ...], ...]) -> tuple[Entry, ...]:
    return tuple(entry for part in parts for entry in part)


def move_block(agenda: Agenda, uid: str, text: str) -> Change:
    """Move a master together with its sub-items to the master number typed."""
    target = parse(text)
    if target is None or target.is_sub:
        return refuse(agenda, "agenda.not_a_master_number", number=text.strip())
    parts = blocks(agenda.entries)
    block = next((part for part in parts if part[0].uid == uid), None)
    if block is None:
        return refuse(agenda, "agenda.not_a_master", item=uid)
    refusals = _reachable(agenda, uid, target)
    if refusals:
        return Change(agenda, agenda, refusals)
    rest = _flat(tuple(part for part in parts if part is not block))
    return accept(agenda, _as_master(rest, block, target.major))


def detach(agenda: Agenda, uid: str) -> Change:
    """Make a sub-item a master, just after the block it was in."""
    at = agenda.index(uid)
    if at is None or not agenda.entries[at].sub:
        return refuse(agenda, "agenda.not_a_sub", item=uid)
    major = numbering(agenda)[uid].major
    return accept(agenda, _as_master(taken_out(agenda.entries, at), (Entry(uid),), major + 1))


def attach(agenda: Agenda, uid: str, master: str) -> Change:
    """Make an item the last sub-item of a master ("move below")."""
    at, under = agenda.index(uid), agenda.index(master)
    if at is None or under is None:
        return refuse(agenda, "agenda.not_there", item=uid if at is None else master)
    if at == under or agenda.entries[under].sub:
        return refuse(agenda, "agenda.not_a_master", item=master)
    rest = taken_out(agenda.entries, at)
    return accept(agenda, _below(rest, master, Entry(uid, True), len(rest) + 1))
