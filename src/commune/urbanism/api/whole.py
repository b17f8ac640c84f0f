"""Services of a permit for those who read the whole of it; for an adviser they do not exist."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import NotFound

from commune.core.workflow.actor import Actor, current_actor
from commune.urbanism.workflow.access import sees_all


class WholeService(Service):
    """Subclasses say ``answer``: it is asked only for a reader of the whole dossier."""

    def reply(self) -> Any:
        actor = current_actor(self.context)
        if not sees_all(self.context, actor):
            raise NotFound()
        return self.answer(actor)

    def answer(self, actor: Actor) -> Any:
        raise NotImplementedError

    def address(self, name: str) -> str:
        return f"{self.context.absolute_url()}/{name}"
