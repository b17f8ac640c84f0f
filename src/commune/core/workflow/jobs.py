"""Slow work done beside the requests: element by element, with progress, safe to repeat.

Each element is done in a transaction of its own, together with its result, in the name of who
asked: what was done is never done twice, what stops halfway is taken up again, and what stops
the worker every time is given up after ``TRIES``.
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
from plone.namedfile.file import NamedBlobFile
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import Interface

from commune.core.content.clock import now
from commune.core.content.refused import Refused
from commune.core.rules.refusals import Refusal
from commune.core.workflow.acting import acting

KEY = "commune.core.jobs"
TRIES = 5


class IJobKind(Interface):
    """A kind of slow work: a named utility, name = kind."""

    def do(element: Any, options: Mapping[str, Any], userid: str) -> "str | Made":
        """Do one element as the person of that account and say what came of it; raises ``Refused``."""

    def readable(element: Any) -> bool:
        """Whether the present user may still have what came of the element."""

    def shown(element: Any) -> bool:
        """Whether the present user may still be told the element's title."""


@dataclass(frozen=True)
class Made:
    """What was made of an element: a file that is kept with the job, the uid of an object, or only words."""

    message: str = ""
    filename: str = ""
    data: bytes = b""
    uid: str = ""


@dataclass(frozen=True)
class Result:
    """What came of one element; ``refusals`` holds the reasons when it failed."""

    ok: bool
    message: str = ""
    refusals: tuple[Any, ...] = ()
    filename: str = ""
    uid: str = ""


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
        self.begun = IOBTree()
        self.files = IOBTree()

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


def job_of(site: Any, job_id: str, userid: str) -> Job | None:
    """The job of that id if that account asked for it."""
    found = job(site, job_id)
    return found if found is not None and userid and found.userid == userid else None


def run(
    site: Any, commit: Callable[[], None] = transaction.commit, abort: Callable[[], None] = transaction.abort
) -> int:
    """Do every element that waits; returns how many were done."""
    done = 0
    for one in sorted(jobs(site), key=lambda one: one.asked):
        for number in range(len(one.elements)):
            if number not in one.results:
                done += _try(site, one, number, commit, abort)
    return done


def _try(site: Any, one: Job, number: int, commit: Callable[[], None], abort: Callable[[], None]) -> int:
    """Note first that it is tried: an element that stops the worker is met again, but not for ever."""
    for _attempt in range(TRIES):
        if number in one.results:
            return 0
        try:
            one.begun[number] = one.begun.get(number, 0) + 1
            commit()
            _keep(one, number, _outcome(site, one, number, abort))
            commit()
        except ConflictError:
            abort()
        else:
            return 1
    return 0


def _outcome(site: Any, one: Job, number: int, abort: Callable[[], None]) -> Made | Result:
    if one.begun[number] > TRIES:
        return Result(False, refusals=(Refusal("job.stopped", {"times": TRIES}),))
    try:
        with acting(site, one.userid):
            made = getUtility(IJobKind, one.kind).do(one.elements[number], one.options, one.userid)
    except Refused as refusal:
        abort()
        return Result(False, refusals=refusal.refusals)
    return Made(made) if isinstance(made, str) else made


def _keep(one: Job, number: int, outcome: Made | Result) -> None:
    if isinstance(outcome, Made):
        if outcome.filename:
            one.files[number] = NamedBlobFile(outcome.data, "", outcome.filename)
        outcome = Result(True, outcome.message, (), outcome.filename, outcome.uid)
    one.results[number] = outcome


def _tree(site: Any) -> Any:
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = OOBTree()
    return notes[KEY]
