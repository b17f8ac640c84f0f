"""GET @steps: the dated facts of a dossier."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.day_json import iso, plain
from commune.core.content.steps import Steps


class GetSteps(Service):
    """By day, then in order of entry."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@steps",
            "items": [
                {
                    "number": number,
                    "marker": step.marker,
                    "day": iso(step.day),
                    "sent": iso(step.sent),
                    "received": iso(step.received),
                    "by": step.by,
                    "data": {name: plain(value) for name, value in step.data.items()},
                    "note": step.note,
                }
                for number, step in Steps(self.context).items()
            ],
        }
