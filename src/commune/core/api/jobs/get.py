"""GET @jobs: the slow work that the caller asked for; GET @jobs/<id>: one, element by element."""

from typing import Any

from plone import api
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.api.jobs.job_json import job_head, job_json
from commune.core.workflow.jobs import job_of, jobs


@implementer(IPublishTraverse)
class GetJobs(Service):
    """Newest first; the job of another account is not found."""

    parts = ("{id}",)

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "GetJobs":
        self.path.append(name)
        return self

    def reply(self) -> dict[str, Any]:
        site, userid = api.portal.get(), api.user.get_current().getId()
        if not self.path:
            mine = [job_head(job) for job in jobs(site, userid)]
            return {"@id": f"{self.context.absolute_url()}/@jobs", "items": mine}
        found = job_of(site, "/".join(self.path), userid)
        if found is None:
            raise NotFound("job")
        return job_json(found, self.request)
