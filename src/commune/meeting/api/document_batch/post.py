"""POST @document-batch: make many documents of a meeting in the background."""

from typing import Any

from plone import api

from commune.core.api.act import Act
from commune.core.api.contract import FLAG, TEXT, TEXTS, body
from commune.core.api.jobs.job_json import job_json
from commune.core.workflow.jobs import job_of
from commune.meeting.documents.batches import ask_batch


class PostDocumentBatch(Act):
    """Body: ``{"batch": id, "items": [uid], "format": "pdf", "keep": false}``; 202 with the job and its address.

    Without ``items``: all that can have it. ``keep``: each document also becomes an annex.
    """

    takes = body("batch", batch=TEXT, items=TEXTS, format=TEXT, keep=FLAG)
    gives = (202,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        form, keep = str(wish.get("format") or "pdf"), bool(wish.get("keep"))
        job_id = ask_batch(self.context, str(wish["batch"]), form, wish.get("items"), keep)
        site = api.portal.get()
        self.request.response.setStatus(202)
        self.request.response.setHeader("Location", f"{site.absolute_url()}/@jobs/{job_id}")
        return job_json(job_of(site, job_id, api.user.get_current().getId()), self.request)
