"""Slow work done beside the requests: element by element, with progress, safe to repeat.

Each element is done in a transaction of its own, together with its result: what was
done is never done twice, what stops halfway is taken up again.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import transaction
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from persistent import Persistent
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import Interface

from commune.core.content.clock import now
from commune.core.content.refused import Refused

KEY = "commune.core.jobs"
TRIES = 5


class IJobKind(Interface):
    """A kind of slow work: a named utility, name = kind."""

    def do(element: Any, options: Mapping[str, Any], userid: str) -> str:
        """Do one element and say what came of it; raises ``Refused``. ``userid``: who asked."""


@dataclass(frozen=True)
class Result:
    """What came of one element; ``refusals`` holds the reasons when it failed."""

    ok: bool
    message: str = ""
    refusals: tuple[Any, ...] = ()


class Job(Persistent):
    """A list of plain elements to be worked on."""

    def __init__(self, kind: str, title: str, elements: Sequence[Any], options: Mapping[str, Any], userid: str) -> None:
        self.id = uuid.uuid4().hex
        self.kind = kind
        self.title = title
        self.elements = tuple(elements)
        self.options = dict(options)
        self.userid = userid
        self.asked = now()
        self.results = IOBTree()

    @property
    def finished(self) -> bool:
        return len(self.results) >= len(self.elements)

    def outcomes(self) -> list[tuple[Any, Result | None]]:
        """Each element with its result, ``None`` while it waits."""
        return [(element, self.results.get(number)) for number, element in enumerate(self.elements)]


def ask(site: Any, kind: str, title: str, elements: Sequence[Any], userid: str, **options: Any) -> str:
    """Queue a job and return its id; it begins after this transaction's commit."""
    job = Job(kind, title, elements, options, userid)
    _tree(site)[job.id] = job
    return job.id


def job(site: Any, job_id: str) -> Job | None:
    """The job of that id."""
    found: Job | None = _tree(site).get(job_id)
    return found


def jobs(site: Any, userid: str = "") -> list[Job]:
    """The jobs of a person (``""``: all), newest first."""
    mine = [one for one in _tree(site).values() if userid in ("", one.userid)]
    return sorted(mine, key=lambda one: one.asked, reverse=True)


def forget(site: Any, before: datetime) -> int:
    """Drop the finished jobs asked before that instant; returns how many."""
    old = [one.id for one in jobs(site) if one.finished and one.asked < before]
    for job_id in old:
        del _tree(site)[job_id]
    return len(old)


def run(
    site: Any, commit: Callable[[], None] = transaction.commit, abort: Callable[[], None] = transaction.abort
) -> int:
    """Do every element that waits; returns how many were done."""
    done = 0
    for one in sorted(jobs(site), key=lambda one: one.asked):
        for number in range(len(one.elements)):
            if number not in one.results:
                done += _try(one, number, commit, abort)
    return done


def _try(one: Job, number: int, commit: Callable[[], None], abort: Callable[[], None]) -> int:
    for _attempt in range(TRIES):
        try:
            one.results[number] = _do(one, number)
            commit()
        except ConflictError:
            abort()
        except Refused as refusal:
            abort()
            one.results[number] = Result(False, refusals=refusal.refusals)
            commit()
            return 1
        else:
            return 1
    return 0


def _do(one: Job, number: int) -> Result:
    return Result(True, getUtility(IJobKind, one.kind).do(one.elements[number], one.options, one.userid))


def _tree(site: Any) -> Any:
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    return notes[KEY]
