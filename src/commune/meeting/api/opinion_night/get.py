"""GET @opinion-night: how far the nightly look at the clocks of opinions is, for the managers of a body."""

from typing import Any

from plone import api
from plone.restapi.services import Service
from zExceptions import NotFound

from commune.core.content.clock import now
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.opinion_nights import lag_of, night
from commune.meeting.workflow.place import oversees


class GetOpinionNight(Service):
    """When it began and ended, how many items were looked at and still wait, and how late it is, in seconds."""

    def reply(self) -> dict[str, Any]:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("@opinion-night")
        site, last = api.portal.get(), night(api.portal.get())
        return {
            "@id": f"{self.context.absolute_url()}/@opinion-night",
            "begun": last.begun.isoformat() if last else None,
            "finished": last.finished.isoformat() if last and last.finished else None,
            "done": last.done if last else 0,
            "waiting": len(last.waiting) if last else 0,
            "lag": round(lag_of(site, now()).total_seconds()),
        }
