"""GET @settings-history: who changed which settings, when, from what to what."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.workflow.configuration import history


class GetHistory(Service):
    """The last change first."""

    def reply(self) -> dict[str, Any]:
        return {
            "items": [
                {
                    "at": entry.at.isoformat(),
                    "kind": entry.kind,
                    "actor": entry.actor,
                    "comment": entry.comment,
                    "changes": list(entry.data.get("changes", ())),
                }
                for entry in history(self.context)
            ]
        }
