"""What leaves for outside leaves after commit, is tried again when it fails, and is never lost silently.

A letter is kept in the transaction of the act that sends it: an abandoned act sends nothing. A pass of
``deliver`` claims a letter and commits, sends it, and notes the outcome: what stops halfway is
claimed again after ``STALE``, so that a letter may go twice but never not at all.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import transaction
from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility
from zope.event import notify
from zope.interface import Attribute, Interface

from commune.core.content.clock import now

KEY = "commune.core.outbox"
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 1440))
STALE = timedelta(minutes=15)


class ITransport(Interface):
    """A way out: a named utility, name = channel."""

    faults = Attribute("Exceptions after which to try again")
    finals = Attribute("Exceptions after which that is of no use; may be missing")
    waits = Attribute("How long to wait before each next try; may be missing")

    def holds(payload: Mapping[str, Any]) -> bool:
        """Whether the letter stays where it is for now; may be missing."""

    def send(payload: Mapping[str, Any]) -> None:
        """Send now, outside any transaction; raises one of ``faults``."""


@dataclass(frozen=True)
class Letter:
    """Something to send. ``due`` is when to try next; ``dead`` after the last of ``WAITS``.

    ``queue``: those of one queue leave one after the other; ``""``: on its own.
    """

    id: str
    channel: str
    payload: Mapping[str, Any]
    written: datetime
    due: datetime
    attempts: int = 0
    error: str = ""
    dead: bool = False
    queue: str = ""


@dataclass(frozen=True)
class LetterTold:
    """What became of a try: ``outcome`` is ``sent``, ``failed`` (tried again later) or ``dead``."""

    channel: str
    payload: Mapping[str, Any]
    outcome: str
    error: str = ""


def put(site: Any, channel: str, payload: Mapping[str, Any], queue: str = "") -> Letter:
    """Keep a letter to be sent once this transaction is committed. ``payload`` holds plain values.

    Letters of one ``queue`` leave in the order in which they were put; one that is dead holds up no other.
    """
    moment = now()
    letter = Letter(uuid.uuid4().hex, channel, payload, moment, moment, queue=queue)
    _tree(site)[letter.id] = letter
    return letter


def letters(site: Any) -> tuple[Letter, ...]:
    """Everything that has not left, oldest first."""
    return tuple(sorted(_tree(site).values(), key=lambda letter: letter.written))


def dead(site: Any) -> tuple[Letter, ...]:
    """What was given up: to be looked at by somebody."""
    return tuple(letter for letter in letters(site) if letter.dead)


def revive(site: Any, letter_id: str) -> None:
    """Try a dead letter again from the start; raises ``KeyError``."""
    tree = _tree(site)
    tree[letter_id] = replace(tree[letter_id], dead=False, attempts=0, due=now())


def deliver(site: Any, moment: datetime, commit: Callable[[], None] = transaction.commit) -> dict[str, int]:
    """Send what is due at ``moment``; commits before and after each letter. Returns counts by outcome."""
    counts = {"sent": 0, "failed": 0, "dead": 0}
    held: set[str] = set()
    for letter in letters(site):
        if letter.dead or letter.queue in held or _held(letter):
            continue
        outcome = _deliver_one(site, letter, moment, commit) if letter.due <= moment else ""
        if outcome:
            counts[outcome] += 1
        if letter.queue and outcome not in ("sent", "dead"):
            held.add(letter.queue)
    return counts


def _deliver_one(site: Any, letter: Letter, moment: datetime, commit: Any) -> str:
    tree = _tree(site)
    claimed = replace(letter, attempts=letter.attempts + 1, due=moment + STALE)
    tree[letter.id] = claimed
    commit()
    error, final, pause = _send(claimed)
    if not error:
        del tree[letter.id]
        notify(LetterTold(letter.channel, letter.payload, "sent"))
        commit()
        return "sent"
    failed = _after_failure(claimed, moment, error, final, pause)
    tree[letter.id] = failed
    outcome = "dead" if failed.dead else "failed"
    notify(LetterTold(letter.channel, letter.payload, outcome, error))
    commit()
    return outcome


def _held(letter: Letter) -> bool:
    holds = getattr(queryUtility(ITransport, letter.channel), "holds", None)
    return bool(holds is not None and holds(letter.payload))


def _send(letter: Letter) -> tuple[str, bool, timedelta]:
    """What went wrong, nothing when it was sent; whether trying again is of no use; the pause that was asked for."""
    transport = queryUtility(ITransport, letter.channel)
    if transport is None:
        return f"no way out called {letter.channel}", False, timedelta()
    finals = getattr(transport, "finals", ())
    try:
        transport.send(letter.payload)
    except (*transport.faults, *finals) as fault:
        pause = timedelta(seconds=getattr(fault, "retry_after", 0))
        return f"{type(fault).__name__}: {fault}", isinstance(fault, finals), pause
    return "", False, timedelta()


def _after_failure(letter: Letter, moment: datetime, error: str, final: bool, pause: timedelta) -> Letter:
    waits = getattr(queryUtility(ITransport, letter.channel), "waits", WAITS)
    if final or letter.attempts > len(waits):
        return replace(letter, error=error, dead=True)
    return replace(letter, error=error, due=moment + max(waits[letter.attempts - 1], pause))


def _tree(site: Any) -> Any:
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    return notes[KEY]
