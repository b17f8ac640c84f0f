"""POST @opinions: an adviser gives the opinion of his service, or keeps a draft of it."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.interface import alsoProvides

from commune.core.api.opinions.get import opinion_json
from commune.core.api.refused import refused
from commune.core.content.refused import Refused
from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.opinions import give, standings, write


class PostOpinion(Service):
    """Body: ``{"service": uid, "sense": …, "comment": text, "draft": true|false}``; 409 with all reasons."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        wish = json_body(self.request)
        actor, service = current_actor(self.context), str(wish.get("service", ""))
        if wish.get("sense") not in list(Sense):
            return refused(self, (Refusal("opinion.sense", {"sense": wish.get("sense")}, "sense"),))
        act = write if wish.get("draft") else give
        try:
            act(self.context, actor, service, Sense(wish["sense"]), str(wish.get("comment", "")))
        except Refused as refusal:
            return refused(self, refusal.refusals)
        found = next(pair for pair in standings(self.context) if pair[0].request.service == service)
        return opinion_json(*found, actor)
