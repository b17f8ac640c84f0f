"""GET @journal: what happened to a dossier."""

from typing import Any

from plone import api
from plone.restapi.services import Service

from commune.core.workflow.actor import current_actor
from commune.core.workflow.journal_reading import readable_entries

OFFICE = "commune.core: Use the back office"


class GetJournal(Service):
    """Oldest first; internal entries, and who acted, are for agents only."""

    def reply(self) -> dict[str, Any]:
        agent = api.user.has_permission(OFFICE, obj=self.context)
        entries = readable_entries(self.context, current_actor(self.context), agent)
        return {
            "@id": f"{self.context.absolute_url()}/@journal",
            "items": [self._entry(entry, agent) for entry in entries],
        }

    def _entry(self, entry: Any, agent: bool) -> dict[str, Any]:
        shown = {"at": entry.at.isoformat(), "kind": entry.kind, "comment": entry.comment}
        if agent:
            shown |= {"actor": entry.actor, "data": dict(entry.data), "internal": entry.internal, "seal": entry.seal}
        return shown
