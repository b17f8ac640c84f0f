"""Services of a permit for those who read the whole of it; for an adviser they do not exist."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import NotFound

from commune.core.api.act import Act
from commune.core.workflow.actor import Actor, current_actor
from commune.urbanism.workflow.access import sees_all
from commune.urbanism.workflow.editing import edit_refusals


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


class WholeAct(Act):
    """The same for services that change something."""

    def reply(self) -> Any:
        if not sees_all(self.context, self.actor):
            raise NotFound()
        return super().reply()

    @property
    def actor(self) -> Actor:
        return current_actor(self.context)


class Edit(WholeAct):
    """One that edits: 409 where nobody may edit, 400 for what is wrong in the body."""

    def refused_status(self) -> int:
        return 409 if edit_refusals(self.context, self.actor) else 400
