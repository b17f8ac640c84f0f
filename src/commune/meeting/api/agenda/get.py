"""GET @agenda: the ordered items of a meeting."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.agenda.agenda_json import agenda_json


class GetAgenda(Service):
    """The agenda as the caller may read it."""

    def reply(self) -> dict[str, Any]:
        return agenda_json(self.context)
