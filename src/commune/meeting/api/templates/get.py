"""GET @templates: the templates of a body that the caller may use."""

from typing import Any

from plone.restapi.services import Service

from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.duplicates import templates


class GetTemplates(Service):
    """Uid, title and address of each."""

    def reply(self) -> dict[str, Any]:
        found = templates(self.context, current_actor(self.context))
        return {
            "@id": f"{self.context.absolute_url()}/@templates",
            "items": [{"@id": one.absolute_url(), "uid": one.UID(), "title": one.title} for one in found],
        }
