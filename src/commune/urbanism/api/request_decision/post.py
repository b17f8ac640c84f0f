"""POST @request-decision: put the permit before the College."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides

from commune.core.api.day_json import iso
from commune.core.api.refused import refused
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.urbanism.api.whole import WholeService
from commune.urbanism.workflow.college import request_decision, unanswered


class PostRequestDecision(WholeService):
    """No body. ``answered`` says whether somebody made an item of it; 409 with all reasons."""

    def answer(self, actor: Actor) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            asked = request_decision(self.context, actor)
        except Refused as refusal:
            return refused(self, refusal.refusals)
        return {
            "requested_on": iso(asked.requested_on),
            "item": asked.item,
            "answered": not unanswered(self.context),
            "state": self.context.state,
        }
