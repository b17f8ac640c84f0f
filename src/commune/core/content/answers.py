"""Answers given to calls that bear a key, so that the same call again acts once (core API-1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

KEY = "commune.core.answers"
KEPT = timedelta(hours=48)
SWEPT = 20


@dataclass(frozen=True)
class Answer:
    """What was answered to a call; ``digest`` is that of the call, ``body`` its JSON."""

    digest: str
    status: int
    headers: Mapping[str, str]
    body: str
    given: datetime


def answer_to(site: Any, call: tuple[str, str, str], now: datetime) -> Answer | None:
    """The answer kept for the call (account, address with method, key), ``None`` once 48 hours are over."""
    found = IAnnotations(site).get(KEY, {}).get(call)
    return found if found is not None and now - found.given < KEPT else None


def keep_answer(site: Any, call: tuple[str, str, str], answer: Answer) -> None:
    """Keep the answer; a few that are over are dropped on the way."""
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    tree = notes[KEY]
    over = [key for key, one in tree.items() if answer.given - one.given >= KEPT][:SWEPT]
    for key in over:
        del tree[key]
    tree[call] = answer


def instant(now: datetime) -> datetime:
    """The instant as it may be stored."""
    return now.astimezone(UTC)
