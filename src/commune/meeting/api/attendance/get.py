"""GET @attendance: who is there, and item by item."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.attendance.attendance_json import attendance_json


class GetAttendance(Service):
    """The attendance of the meeting."""

    def reply(self) -> dict[str, Any]:
        return attendance_json(self.context)
