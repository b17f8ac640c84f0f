"""POST @settings-move: move together what stands in a state that is to disappear."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.mass_move import move_all


class PostMove(Act):
    """Gives how many items or meetings moved; 409 with every reason, and nothing moves then."""

    takes = body(
        "kind", "from", "to", "comment", kind=one_of("items", "meetings"), to=TEXT, comment=TEXT, **{"from": TEXT}
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        moved = move_all(self.context, wish["kind"], wish["from"], wish["to"], wish["comment"], actor)
        return {"moved": moved}
