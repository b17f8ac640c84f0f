"""GET @annexes: the files of a dossier that the caller may read."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.annexes.annex_json import annex_json, readable


class GetAnnexes(Service):
    """In the order in which they came."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@annexes",
            "items": [annex_json(annex) for annex in readable(self.context)],
        }
