"""GET @jobs: the slow work that the caller asked for, with its progress."""

from typing import Any

from plone import api
from plone.restapi.services import Service

from commune.core.api.refused import refusal_json
from commune.core.workflow.jobs import Job, jobs


class GetJobs(Service):
    """Newest first; each element with its result."""

    def reply(self) -> dict[str, Any]:
        mine = jobs(api.portal.get(), api.user.get_current().getId())
        return {"@id": f"{self.context.absolute_url()}/@jobs", "items": [self._job(job) for job in mine]}

    def _job(self, job: Job) -> dict[str, Any]:
        return {
            "id": job.id,
            "kind": job.kind,
            "title": job.title,
            "asked": job.asked.isoformat(),
            "finished": job.finished,
            "done": len(job.results),
            "total": len(job.elements),
            "results": [
                {
                    "ok": result.ok,
                    "message": result.message,
                    "refusals": [refusal_json(refusal, self.request) for refusal in result.refusals],
                }
                for result in job.results.values()
            ],
        }
