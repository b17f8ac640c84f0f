"""GET @legal-clock: what the law dates for a meeting."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.legal_clock.clock_json import clock_json


class GetLegalClock(Service):
    """For all readers of the meeting."""

    def reply(self) -> dict[str, Any]:
        return clock_json(self.context)
