"""POST @request-decision: put the permit before the College."""

from typing import Any

from commune.core.api.contract import NOTHING
from commune.core.api.day_json import iso
from commune.urbanism.api.whole import WholeAct
from commune.urbanism.workflow.college import request_decision, unanswered


class PostRequestDecision(WholeAct):
    """No body. ``answered`` says whether somebody made an item of it; 409 with all reasons."""

    takes = NOTHING

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        asked = request_decision(self.context, self.actor)
        return {
            "requested_on": iso(asked.requested_on),
            "item": asked.item,
            "answered": not unanswered(self.context),
            "state": self.context.state,
        }
