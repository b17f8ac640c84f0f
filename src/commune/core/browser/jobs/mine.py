"""The slow work that one asked for."""

from dataclasses import dataclass
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.i18n import _
from commune.core.rules.dates import moment
from commune.core.workflow.job_results import counts
from commune.core.workflow.jobs import jobs


@dataclass(frozen=True)
class Row:
    """One job."""

    title: str
    url: str
    asked: str
    iso: str
    finished: bool
    done: int
    failed: int
    total: int


class MyJobs(BrowserView):
    """``@@jobs``: newest first; finished ones stay a month."""

    page_title = _("Documents being made")

    @property
    def rows(self) -> list[Row]:
        site, language = api.portal.get(), api.portal.get_current_language()
        return [self._row(site, job, language) for job in jobs(site, api.user.get_current().getId())]

    def _row(self, site: Any, job: Any, language: str) -> Row:
        address = f"{site.absolute_url()}/@@job?id={job.id}"
        return Row(job.title, address, moment(job.asked, language), job.asked.isoformat(), job.finished, **counts(job))
