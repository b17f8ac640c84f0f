"""GET @deadlines: what a dossier owes, when, and why."""

from typing import Any

from plone.restapi.services import Service
from zope.i18n import translate

from commune.core.api.day_json import deadline_json, iso
from commune.core.content.clock import today
from commune.core.workflow.clocks import clocks


class GetDeadlines(Service):
    """Each deadline with its status today and the whole of its computation."""

    def reply(self) -> dict[str, Any]:
        day = today()
        return {
            "@id": f"{self.context.absolute_url()}/@deadlines",
            "items": [
                {
                    "id": clock.id,
                    "title": translate(clock.title, context=self.request),
                    "ours": clock.ours,
                    "met_on": iso(clock.met_on),
                    "status": str(clock.status(day)),
                    **deadline_json(clock.deadline),
                }
                for clock in clocks(self.context)
            ],
        }
