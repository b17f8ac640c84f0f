"""GET @annexes: the files of a dossier that the caller may read."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.annexes.annex_json import annex_json
from commune.core.workflow.annex_batch import readable
from commune.core.workflow.annex_types import AnnexTypes


class GetAnnexes(Service):
    """In the order in which they came."""

    def reply(self) -> dict[str, Any]:
        types = AnnexTypes(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@annexes",
            "items": [annex_json(annex, types) for annex in readable(self.context)],
        }
