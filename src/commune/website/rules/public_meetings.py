"""What is remembered of the items of a public meeting, and what may never be received."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from commune.core.rules.public import PublicItem
from commune.core.rules.refusals import NONE, Refusal, Refusals


@dataclass(frozen=True)
class Trace:
    """An item since it first was public; of one that is withdrawn nothing else is kept.

    ``modified`` of a withdrawn item is the instant of the withdrawal. ``files``: all that it ever had.
    """

    uid: str
    number: str
    created: datetime
    modified: datetime
    withdrawn: bool = False
    reason: str = ""
    files: tuple[str, ...] = ()


Traces = tuple[Trace, ...]


def follow(
    traces: Iterable[Trace],
    before: Iterable[PublicItem],
    after: Iterable[PublicItem],
    now: datetime,
    reasons: Mapping[str, str] | None = None,
) -> Traces:
    """The traces once ``after`` stands in the place of ``before``; places of closed items leave none.

    An item that comes back keeps the instant of its first publication. ``reasons``: why items are gone, by uid.
    """
    why = reasons or {}
    known = {trace.uid: trace for trace in traces}
    old = {item.uid: item for item in before if item.uid}
    new = {item.uid: item for item in after if item.uid}
    for uid, item in new.items():
        known[uid] = _shown(known.get(uid), old.get(uid), item, now)
    for uid, trace in known.items():
        if uid not in new:
            known[uid] = _gone(trace, now, why.get(uid, ""))
    return tuple(known.values())


def _shown(trace: Trace | None, old: PublicItem | None, item: PublicItem, now: datetime) -> Trace:
    if trace is None:
        return Trace(item.uid, item.number, now, now, files=tuple(file.uid for file in item.files))
    same = old == item and not trace.withdrawn
    files = dict.fromkeys((*trace.files, *(file.uid for file in item.files)))
    modified = trace.modified if same else now
    return replace(trace, number=item.number, modified=modified, withdrawn=False, reason="", files=tuple(files))


def _gone(trace: Trace, now: datetime, reason: str) -> Trace:
    if trace.withdrawn:
        return replace(trace, reason=reason or trace.reason)
    return replace(trace, modified=now, withdrawn=True, reason=reason)


def against_receiving(items: Iterable[PublicItem]) -> Refusals:
    """Why a sending is refused as a whole: something of a closed item is in it, or a file that may not be public."""
    found = NONE
    for item in items:
        if item.closed and (item.uid or item.title or item.decision or item.files):
            found += (Refusal("publication.closed_item", {"number": item.number}, item.uid),)
        found += tuple(
            Refusal("publication.file_not_publishable", {"number": item.number}, file.uid)
            for file in item.files
            if not file.publishable
        )
    return found
