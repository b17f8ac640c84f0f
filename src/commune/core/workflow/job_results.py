"""What a person may have of a job: its lines, its files, all of them in one archive."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from Acquisition import aq_chain
from zope.component import getUtility

from commune.core.content.journal import Journal
from commune.core.interfaces import IDossier
from commune.core.rules.filenames import apart
from commune.core.workflow.jobs import IJobKind, Job
from commune.core.workflow.lookup import by_uid


@dataclass(frozen=True)
class JobLine:
    """One element: ``state`` is waiting, done or failed; ``filename`` and ``uid`` are empty when nothing was kept.

    A result that its owner may no longer read is ``withheld``: nothing of it is told.
    """

    number: int
    title: str
    state: str
    message: str = ""
    refusals: tuple[Any, ...] = ()
    filename: str = ""
    uid: str = ""


def job_lines(job: Job) -> list[JobLine]:
    """The elements in order, as far as the present user may read them."""
    kind = getUtility(IJobKind, job.kind)
    return [_line(kind, number, element, result) for number, (element, result) in enumerate(job.outcomes())]


def _line(kind: Any, number: int, element: Any, result: Any) -> JobLine:
    title = str(getattr(element, "title", element)) if kind.shown(element) else ""
    if result is None:
        return JobLine(number, title, "waiting")
    if not result.ok:
        return JobLine(number, title, "failed", result.message, result.refusals)
    if not kind.readable(element):
        return JobLine(number, title, "withheld")
    return JobLine(number, title, "done", result.message, (), result.filename, result.uid)


def job_file(job: Job, number: int) -> Any:
    """The file made of that element, ``None`` when there is none that the present user may read."""
    line = next((one for one in job_lines(job) if one.number == number and one.filename), None)
    return job.files.get(number) if line is not None else None


def note_export(job: Job) -> None:
    """Keep in the journal of each dossier that its files were fetched by who asked (HIS-1)."""
    about: dict[str, Any] = {}
    for line in job_lines(job):
        found = by_uid(getattr(job.elements[line.number], "uid", "")) if line.filename else None
        dossier = (
            next((one for one in aq_chain(found) if IDossier.providedBy(one)), None) if found is not None else None
        )
        if dossier is not None:
            about[dossier.UID()] = dossier
    for dossier in about.values():
        Journal(dossier).note("exported", job.userid, job=job.id)


def job_archive(job: Job) -> bytes:
    """A zip of the files that the present user may read, under names that differ."""
    lines = [line for line in job_lines(job) if line.filename]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for line, name in zip(lines, apart(line.filename for line in lines), strict=True):
            archive.writestr(name, job.files[line.number].data)
    return packed.getvalue()


def counts(job: Job) -> dict[str, int]:
    """How many elements are done, failed and in all."""
    results = list(job.results.values())
    return {"done": len(results), "failed": sum(not one.ok for one in results), "total": len(job.elements)}
