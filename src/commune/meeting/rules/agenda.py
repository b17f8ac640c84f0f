"""The agenda of a meeting: one ordered, versioned list of master and sub-items.

Numbers are never stored: they follow from the order, so that no two managers acting
at once can leave a gap or a double. Every act returns a :class:`Change`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.insertion import Key
from commune.meeting.rules.numbers import LAST_SUB, Number


@dataclass(frozen=True)
class Entry:
    """One item on the agenda; a sub-item belongs to the nearest master before it."""

    uid: str
    sub: bool = False


@dataclass(frozen=True)
class Agenda:
    """Entries in their order; the first is always a master. ``version`` grows by one with each change."""

    entries: tuple[Entry, ...] = ()
    version: int = 0

    def index(self, uid: str) -> int | None:
        """Where the item stands, from 0; ``None`` when it is not on the agenda."""
        return next((i for i, entry in enumerate(self.entries) if entry.uid == uid), None)

    @property
    def uids(self) -> tuple[str, ...]:
        """The items in their order."""
        return tuple(entry.uid for entry in self.entries)

    @property
    def masters(self) -> int:
        """How many integer-numbered items there are."""
        return sum(not entry.sub for entry in self.entries)


@dataclass(frozen=True)
class Change:
    """What an act made of the agenda. When refused, ``after`` is the agenda as it was.

    ``lowest`` is the lowest number, before or after, of an item whose number changed, came or
    went: references are recomputed from there on. ``None`` when no number changed.
    """

    before: Agenda
    after: Agenda
    refusals: Refusals = NONE

    @property
    def lowest(self) -> Number | None:
        """The lowest number touched, ``None`` when no number changed."""
        old, new = numbering(self.before), numbering(self.after)
        touched = (uid for uid in {*old, *new} if old.get(uid) != new.get(uid))
        return min((n for uid in touched for n in (old.get(uid), new.get(uid)) if n is not None), default=None)

    @property
    def renumbered(self) -> tuple[tuple[str, Number | None, Number | None], ...]:
        """Items whose number differs: (item, old, new), in the new order, those that left at the end."""
        old, new = numbering(self.before), numbering(self.after)
        everyone = [*new, *(uid for uid in old if uid not in new)]
        return tuple((uid, old.get(uid), new.get(uid)) for uid in everyone if old.get(uid) != new.get(uid))


def numbering(agenda: Agenda) -> dict[str, Number]:
    """The number of each item, in the order of the agenda."""
    numbers: dict[str, Number] = {}
    major = minor = 0
    for entry in agenda.entries:
        major, minor = (major, minor + 1) if entry.sub else (major + 1, 0)
        numbers[entry.uid] = Number(major, minor)
    return numbers


def accept(agenda: Agenda, entries: tuple[Entry, ...]) -> Change:
    """The change to these entries, one version further; refused when a master would get more than 99 subs."""
    after = Agenda(entries, agenda.version + 1)
    if any(number.minor > LAST_SUB for number in numbering(after).values()):
        return Change(agenda, agenda, (Refusal("agenda.too_many_subs", {"most": LAST_SUB}),))
    return Change(agenda, after)


def refuse(agenda: Agenda, code: str, **data: object) -> Change:
    """The agenda as it was, with one reason."""
    return Change(agenda, agenda, (Refusal(code, data),))


def check_version(agenda: Agenda, seen: int) -> Refusals:
    """Whether the page that acts shows the agenda of now: ``seen`` is the version it was made from."""
    if seen == agenda.version:
        return NONE
    return (Refusal("agenda.stale", {"seen": seen, "current": agenda.version}),)


def insert(agenda: Agenda, uid: str, key: Key, keys: Mapping[str, Key]) -> Change:
    """Insert just before the first item whose key is strictly greater, after the last when there is none.

    Before a sub-item, the new one becomes a sub-item of the same master. What a person
    ordered is never sorted again. ``keys``: those of the items already there.
    """
    if agenda.index(uid) is not None:
        return refuse(agenda, "agenda.already_there", item=uid)
    entries = agenda.entries
    at = next((i for i, entry in enumerate(entries) if key < keys[entry.uid]), len(entries))
    sub = at < len(entries) and entries[at].sub
    return accept(agenda, (*entries[:at], Entry(uid, sub), *entries[at:]))


def remove(agenda: Agenda, uid: str) -> Change:
    """Take an item off: the first sub-item of a removed master becomes the master in its place."""
    at = agenda.index(uid)
    if at is None:
        return refuse(agenda, "agenda.not_there", item=uid)
    return accept(agenda, taken_out(agenda.entries, at))


def taken_out(entries: tuple[Entry, ...], at: int) -> tuple[Entry, ...]:
    """The entries without the one at ``at``; its first sub-item, when a master leaves, takes its place."""
    rest = list(entries[:at] + entries[at + 1 :])
    if not entries[at].sub and at < len(rest) and rest[at].sub:
        rest[at] = Entry(rest[at].uid)
    return tuple(rest)


def reapply(agenda: Agenda, keys: Mapping[str, Key]) -> Change:
    """The whole agenda sorted anew by the rules; sub-items follow their master, sorted among themselves.

    Nothing is applied: the caller shows :attr:`Change.renumbered`, then stores ``after`` or not,
    and undoes by storing ``before``. Items with equal keys keep their order.
    """
    entries: list[Entry] = []
    for block in sorted(blocks(agenda.entries), key=lambda block: keys[block[0].uid]):
        entries += [block[0], *sorted(block[1:], key=lambda entry: keys[entry.uid])]
    if tuple(entries) == agenda.entries:
        return Change(agenda, agenda)
    return accept(agenda, tuple(entries))


def blocks(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], ...]:
    """Each master with its sub-items."""
    found: list[list[Entry]] = []
    for entry in entries:
        if entry.sub:
            found[-1].append(entry)
        else:
            found.append([entry])
    return tuple(tuple(block) for block in found)
