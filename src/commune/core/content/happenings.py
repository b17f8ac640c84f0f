"""The order in which things happened on a site, and the programs that are told; kept on the site."""

import secrets
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

from commune.core.rules.happenings import KEPT, Happening, Subscription

LOG = "commune.core.happenings"
PROGRAMS = "commune.core.subscriptions"
DELIVERED = "commune.core.deliveries"
SWEPT = 5
MOST_DELIVERIES = 200


def keep_happening(site: Any, kind: str, verb: str, subject: str, now: datetime, **facts: Any) -> Happening:
    """Write the next line; a few that are over are dropped on the way. Two writers at once: one is done again."""
    log = _tree(site, LOG, LOBTree)
    seq = log.maxKey() + 1 if log else 1
    happening = Happening(seq, str(uuid.uuid4()), kind, verb, subject, now.astimezone(UTC), **facts)
    log[seq] = happening
    for key in list(log.keys(max=seq - 1))[:SWEPT] if now - log[log.minKey()].at > KEPT else ():
        if now - log[key].at > KEPT:
            del log[key]
    return happening


def happenings(site: Any, after: int) -> Any:
    """The lines after that number, in their order, read as one goes."""
    return IAnnotations(site).get(LOG, LOBTree()).values(min=after + 1)


def bounds(site: Any) -> tuple[int, int]:
    """The first and the last number that are kept, zeros when there is none."""
    log = IAnnotations(site).get(LOG)
    return (log.minKey(), log.maxKey()) if log else (0, 0)


def subscriptions(site: Any) -> list[Subscription]:
    """All of them, by title."""
    return sorted(IAnnotations(site).get(PROGRAMS, {}).values(), key=lambda one: (one.title, one.id))


def subscription(site: Any, name: str) -> Subscription | None:
    """The one of that id."""
    found: Subscription | None = IAnnotations(site).get(PROGRAMS, {}).get(name)
    return found


def keep_subscription(site: Any, one: Subscription) -> Subscription:
    """Keep it as it is now; a new one is given its id and its key."""
    kept = one if one.id else replace(one, id=secrets.token_hex(8), secret=secrets.token_hex(32))
    _tree(site, PROGRAMS, OOBTree)[kept.id] = kept
    return kept


def drop_subscription(site: Any, name: str) -> None:
    """Tell that program nothing any more; raises ``KeyError``."""
    del _tree(site, PROGRAMS, OOBTree)[name]


def keep_delivery(site: Any, name: str, at: datetime, event: str, kind: str, outcome: str, error: str) -> None:
    """Remember what became of a call, the latest of each program."""
    tree = _tree(site, DELIVERED, OOBTree)
    lines = (*tree.get(name, ()), (at.astimezone(UTC), event, kind, outcome, error))
    tree[name] = lines[-MOST_DELIVERIES:]


def deliveries(site: Any, name: str) -> list[tuple[datetime, str, str, str, str]]:
    """The latest calls to a program, the newest first: instant, id, type, outcome, error."""
    return list(reversed(IAnnotations(site).get(DELIVERED, {}).get(name, ())))


def _tree(site: Any, key: str, kind: Any) -> Any:
    notes = IAnnotations(site)
    if key not in notes:
        notes[key] = kind()
    return notes[key]
