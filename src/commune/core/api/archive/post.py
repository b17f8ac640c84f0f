"""POST @archive: have the archive package of a dossier made in the background."""

from typing import Any

from plone import api

from commune.core.api.act import Act
from commune.core.api.contract import NOTHING
from commune.core.api.jobs.job_json import job_json
from commune.core.workflow.actor import current_actor
from commune.core.workflow.archiving import ask_archive
from commune.core.workflow.jobs import job_of


class PostArchive(Act):
    """202 with the job and its address; refused for what is not closed, and to who does not manage it."""

    takes = NOTHING
    gives = (202,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor, site = current_actor(self.context), api.portal.get()
        job_id = ask_archive(self.context, f"BagIt – {self.context.title}", actor)
        self.request.response.setStatus(202)
        self.request.response.setHeader("Location", f"{site.absolute_url()}/@jobs/{job_id}")
        return job_json(job_of(site, job_id, actor.userid), self.request)
