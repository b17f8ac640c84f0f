"""GET @access?user=…: what somebody may do with an item, and by which rule."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import BadRequest

from commune.core.api.contract import TEXT
from commune.core.api.refused import refusal_json
from commune.core.interfaces import IProcess
from commune.meeting.workflow.explanation import (
    PERMISSIONS,
    Verdict,
    actor_named,
    explain_right,
    explain_transition,
)


class GetAccess(Service):
    """The verdict on every right and every offered transition, for one user."""

    asks = {"user": TEXT}

    def reply(self) -> dict[str, Any]:
        actor = actor_named(self.request.form.get("user", ""), self.context)
        if actor is None:
            raise BadRequest("user: the id of an account")
        offered = [offer.transition.id for offer in IProcess(self.context).offers(actor)]
        return {
            "user": actor.userid,
            "rights": {right: self._verdict(explain_right(self.context, actor, right)) for right in PERMISSIONS},
            "transitions": {name: self._verdict(explain_transition(self.context, actor, name)) for name in offered},
        }

    def _verdict(self, verdict: Verdict) -> dict[str, Any]:
        return {
            "allowed": verdict.allowed,
            "rules": [{"rule": rule, "through": principal} for rule, principal in verdict.rules],
            "refusals": [refusal_json(refusal, self.request) for refusal in verdict.refusals],
        }
