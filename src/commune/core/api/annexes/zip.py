"""GET @annexes-zip: the files of a dossier that the caller may read, as one ZIP."""

import json
from typing import Any

from plone.restapi.services import Service

from commune.core.api.refused import refused
from commune.core.content.refused import Refused
from commune.core.workflow.annex_batch import readable, zipped


class GetZip(Service):
    """``?uids=…`` (several) limits it to these; 409 when there is none, or when they are too big together."""

    def render(self) -> Any:
        wished = self.request.form.get("uids", [])
        uids = frozenset([wished] if isinstance(wished, str) else wished)
        self.check_permission()
        try:
            made = zipped([one for one in readable(self.context) if not uids or one.UID() in uids])
        except Refused as refusal:
            self.request.response.setHeader("Content-Type", "application/json")
            return json.dumps(refused(self, refusal.refusals))
        self.request.response.setHeader("Content-Type", "application/zip")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return made
