"""A job as JSON."""

from typing import Any

from plone import api

from commune.core.api.refused import refusal_json
from commune.core.workflow.job_results import counts, job_lines
from commune.core.workflow.jobs import Job


def job_json(job: Job, request: Any) -> dict[str, Any]:
    """How far it is, and each element with what came of it."""
    return {**job_head(job), "elements": [_line(job, line, request) for line in job_lines(job)]}


def job_head(job: Job) -> dict[str, Any]:
    """The job without its elements."""
    site = api.portal.get().absolute_url()
    return {
        "@id": f"{site}/@jobs/{job.id}",
        "id": job.id,
        "kind": job.kind,
        "title": job.title,
        "asked": job.asked.isoformat(),
        "finished": job.finished,
        **counts(job),
        "page": f"{site}/@@job?id={job.id}",
        "archive": f"{site}/@@job-zip?id={job.id}" if len(job.files) else None,
    }


def _line(job: Job, line: Any, request: Any) -> dict[str, Any]:
    file = f"{api.portal.get().absolute_url()}/@@job-file?id={job.id}&number={line.number}" if line.filename else None
    return {
        "title": line.title,
        "state": line.state,
        "message": line.message,
        "filename": line.filename,
        "file": file,
        "annex": line.uid,
        "refusals": [refusal_json(refusal, request) for refusal in line.refusals],
    }
