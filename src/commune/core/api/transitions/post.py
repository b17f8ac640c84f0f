"""POST @transitions: move the dossier."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, TEXT, body
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor


class PostTransition(Act):
    """Body: ``{"transition": id, "comment": text, "version": int}``; 409 with all reasons when refused."""

    takes = body(transition=TEXT, comment=TEXT, version=COUNT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        process = IProcess(self.context)
        actor = current_actor(self.context)
        process.perform(actor, wish.get("transition", ""), wish.get("comment", ""), wish.get("version"))
        return {"state": process.state, "version": self.context.version}
