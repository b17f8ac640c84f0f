"""POST @permits: open a permit from a payload."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NAMED
from commune.core.workflow.actor import current_actor
from commune.urbanism.api.permit_json import permit_json
from commune.urbanism.workflow.intake import enter, may_open


class PostPermit(Act):
    """Body: the payload of the module's README. 400 with every fault at its key, 409 for another service."""

    takes = NAMED
    gives = (201,)

    def refused_status(self) -> int:
        return 400 if may_open(current_actor()) else 409

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        permit = enter(wish, current_actor(), "counter")
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", permit.absolute_url())
        return permit_json(permit)
