"""One job: how far it is, what came of each element."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.theme.resources import own
from commune.core.i18n import _
from commune.core.rules.dates import moment
from commune.core.workflow.job_results import JobLine, counts, job_lines
from commune.core.workflow.jobs import Job, job_of
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.signing import may_ask
from commune.core.workflow.wording import sentence

STATES = {
    "waiting": _("Waits"),
    "done": _("Made"),
    "failed": _("Not made"),
    "withheld": _("No longer yours to read"),
}
LOOKS = {"waiting": "quiet", "done": "good", "failed": "bad", "withheld": "quiet"}


def own_job(request: Any) -> Job:
    """The job that the request names, for who asked for it; to anybody else it does not exist."""
    found = job_of(api.portal.get(), str(request.form.get("id") or ""), api.user.get_current().getId() or "")
    if found is None:
        raise NotFound("job")
    return found


class JobPage(BrowserView):
    """``@@job?id=…``; complete by asking for the page again, enhanced by a script that asks for it."""

    page_title = _("Documents being made")
    page = ViewPageTemplateFile("page.pt")

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.page() if self.job else ""

    @cached_property
    def job(self) -> Job:
        return own_job(self.request)

    @cached_property
    def lines(self) -> list[JobLine]:
        return job_lines(self.job)

    @cached_property
    def counts(self) -> dict[str, int]:
        return counts(self.job)

    @property
    def asked(self) -> str:
        return moment(self.job.asked, api.portal.get_current_language())

    @property
    def files(self) -> int:
        """How many files there are to fetch."""
        return sum(bool(line.filename) for line in self.lines)

    @property
    def script(self) -> str:
        return f"{api.portal.get().absolute_url()}/{own('jobs.js')}"

    @property
    def about(self) -> Any:
        """The dossier from which it was asked, for those who may read it."""
        found = by_uid(self.job.options.get("about"))
        return found if found is not None and api.user.has_permission("View", obj=found) else None

    @property
    def to_sign(self) -> str:
        """Where what was kept may be sent to sign; empty when nothing was, or not by the reader."""
        kept = any(line.uid and line.filename.endswith(".pdf") for line in self.lines)
        return f"{self.about.absolute_url()}/@@sign-documents" if kept and self.about and may_ask(self.about) else ""

    def state(self, line: JobLine) -> Any:
        return STATES[line.state]

    def look(self, line: JobLine) -> str:
        return LOOKS[line.state]

    def reasons(self, line: JobLine) -> list[str]:
        return [sentence(refusal, self.request) for refusal in line.refusals]
