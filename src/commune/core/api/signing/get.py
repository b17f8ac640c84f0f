"""GET @signing-sessions: the sessions that the caller may know of; GET @signing-sessions/<number>: one of them."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.api.signing.session_json import session_json
from commune.core.rules.signing import Session
from commune.core.workflow.actor import current_actor
from commune.core.workflow.signing import awaits, sees, session_of, sessions_for


@implementer(IPublishTraverse)
class GetSessions(Service):
    """The last begun first; ``waiting`` counts the files that wait for the caller."""

    parts = ("{number}",)
    number = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.number:
            raise NotFound(name)
        self.number = name
        return self

    def reply(self) -> dict[str, Any]:
        actor = current_actor()
        if self.number:
            return session_json(seen(self.number))
        items = [{**session_json(one), "waiting": len(awaits(one, actor))} for one in sessions_for(actor)]
        return {"@id": f"{self.context.absolute_url()}/@signing-sessions", "items": items}


def seen(number: str) -> Session:
    """The session of that number; to whom may not know of it, it does not exist."""
    found = session_of(number)
    if found is None or not sees(found, current_actor()):
        raise NotFound(number)
    return found
