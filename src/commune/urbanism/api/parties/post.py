"""POST @parties: add somebody to a permit."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from zope.interface import alsoProvides

from commune.core.api.refused import refused
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.urbanism.api.permit_json import party_json
from commune.urbanism.api.whole import WholeService
from commune.urbanism.rules.parties import Role
from commune.urbanism.workflow.editing import edit_refusals, keep_person
from commune.urbanism.workflow.reception import party


class PostParty(WholeService):
    """Body: ``role`` and what a payload says of a person; 400 with all faults, 409 when the permit is closed."""

    def answer(self, actor: Actor) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        said = json_body(self.request)
        if said.get("role") not in set(Role):
            return refused(self, (Refusal("party.role", place="role"),), 400)
        try:
            kept = keep_person(self.context, actor, party("", Role(said["role"]), said))
        except Refused as refusal:
            return refused(self, refusal.refusals, 409 if edit_refusals(self.context, actor) else 400)
        self.request.response.setStatus(201)
        return party_json(kept)
