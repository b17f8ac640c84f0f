"""GET @deliberations?year=2026: the numbers given that year, and why one is missing."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import BadRequest

from commune.core.api.refused import refused
from commune.core.content.clock import today
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.workflow.deliberations import register
from commune.meeting.workflow.guard import check_manager


class GetDeliberations(Service):
    """For managers of the body only: the register names items of the closed session."""

    asks = {"year": {"type": "integer", "minimum": 1831, "maximum": 9999}}

    def reply(self) -> dict[str, Any]:
        try:
            check_manager(current_actor(self.context), self.context)
        except Refused as refusal:
            return refused(self, refusal.refusals, 403)
        year = str(self.request.form.get("year", today().year))
        if not year.isdecimal():
            raise BadRequest("year: a number")
        lines = register(self.context, int(year))
        return {
            "@id": f"{self.context.absolute_url()}/@deliberations",
            "items": [
                {"number": line.number, "item": line.item, "day": line.day.isoformat(), "gap": line.gap}
                for line in lines
            ],
        }
