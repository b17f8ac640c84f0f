"""GET @attendance-statistics?from=…&until=…: attendance of a body over a period."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.refused import refused
from commune.core.content.clock import today
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.workflow.attendance_statistics import Person, attendance_of, read_period
from commune.meeting.workflow.guard import check_manager


class GetStatistics(Service):
    """For managers of the body; 403 for others, 400 with the faults of the days."""

    def reply(self) -> dict[str, Any]:
        form = self.request.form
        try:
            check_manager(current_actor(self.context), self.context)
        except Refused as refusal:
            return refused(self, refusal.refusals, 403)
        try:
            first, last = read_period(str(form.get("from", "")), str(form.get("until", "")), today())
        except Refused as refusal:
            return refused(self, refusal.refusals, 400)
        period = attendance_of(self.context, first, last)
        return {
            "@id": f"{self.context.absolute_url()}/@attendance-statistics",
            "from": first.isoformat(),
            "until": last.isoformat(),
            "meetings": period.meetings,
            "items": [line_json(one) for one in period.lines],
        }


def line_json(line: Person) -> dict[str, Any]:
    """One person; ``rate`` is the share of the meetings attended."""
    told = line.attended
    return {
        "person": told.person,
        "name": line.name,
        "meetings": told.meetings,
        "present": told.present,
        "excused": told.excused,
        "absent": told.absent,
        "items": told.items,
        "items_present": told.taken,
        "items_withdrawn": told.withdrew,
        "rate": float(told.rate) if told.rate is not None else None,
    }
