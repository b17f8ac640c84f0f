"""POST @parties: add somebody to a permit."""

from typing import Any

from commune.core.api.contract import NAMED
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused
from commune.urbanism.api.permit_json import party_json
from commune.urbanism.api.whole import Edit
from commune.urbanism.rules.parties import Role
from commune.urbanism.workflow.editing import keep_person
from commune.urbanism.workflow.reception import party


class PostParty(Edit):
    """Body: ``role`` and what a payload says of a person; 400 with all faults, 409 when the permit is closed."""

    takes = NAMED
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        role = next((one for one in Role if one.value == wish.get("role")), None)
        if role is None:
            raise Refused(Refusal("party.role", place="role"))
        kept = keep_person(self.context, self.actor, party("", role, wish))
        self.request.response.setStatus(201)
        return party_json(kept)
