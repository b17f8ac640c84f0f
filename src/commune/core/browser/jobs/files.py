"""The files of a job: one, or all of them."""

from typing import Any
from urllib.parse import quote

from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import alsoProvides

from commune.core.browser.jobs.page import own_job
from commune.core.rules.filenames import safe_name
from commune.core.rules.typed import whole
from commune.core.workflow.job_results import job_archive, job_file, note_export


class JobFile(BrowserView):
    """``@@job-file?id=…&number=0``."""

    def __call__(self) -> Any:
        kept = job_file(own_job(self.request), whole(self.request.form.get("number"), -1))
        if kept is None:
            raise NotFound("file")
        return sent(self.request.response, kept.filename, kept.data)


class JobZip(BrowserView):
    """``@@job-zip?id=…``; what is made so far."""

    def __call__(self) -> Any:
        job = own_job(self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # what is written is that it was fetched
        note_export(job)
        return sent(self.request.response, safe_name(job.title, "zip"), job_archive(job))


def sent(response: Any, name: str, data: bytes) -> bytes:
    """A file that is saved, never shown in the name of the site, and kept by no cache."""
    response.setHeader("Content-Type", "application/octet-stream")
    response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{quote(name)}")
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Cache-Control", "private, no-store")
    return data
