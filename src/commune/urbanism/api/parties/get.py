"""GET @parties: the people of a permit."""

from typing import Any

from commune.core.workflow.actor import Actor
from commune.urbanism.api.permit_json import party_json
from commune.urbanism.api.whole import WholeService
from commune.urbanism.content.parties import parties


class GetParties(WholeService):
    """Those who left included; national numbers are masked."""

    def answer(self, actor: Actor) -> dict[str, Any]:
        return {"@id": self.address("@parties"), "items": [party_json(party) for party in parties(self.context)]}
