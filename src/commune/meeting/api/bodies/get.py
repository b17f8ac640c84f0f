"""GET @ready-made-bodies: the ready-made bodies that may be installed."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.rules.ready_made import names, ready_made


class GetReadyMade(Service):
    """Name, title and kind of each."""

    def reply(self) -> dict[str, Any]:
        found = [(name, ready_made(name).identity) for name in names()]
        return {"items": [{"profile": name, "title": one.title, "kind": one.kind} for name, one in found]}
