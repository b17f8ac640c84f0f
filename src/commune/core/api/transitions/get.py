"""GET @transitions: what the caller may do with the dossier now."""

from typing import Any

from plone.restapi.services import Service
from zope.i18n import translate

from commune.core.api.refused import refusal_json
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor


class GetTransitions(Service):
    """The present state and the transitions offered, each with the reasons that disable it."""

    def reply(self) -> dict[str, Any]:
        process = IProcess(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@transitions",
            "state": process.state,
            "version": self.context.version,
            "transitions": [self._offer(offer) for offer in process.offers(current_actor(self.context))],
        }

    def _offer(self, offer: Any) -> dict[str, Any]:
        return {
            "id": offer.transition.id,
            "title": translate(offer.transition.title, context=self.request),
            "target": offer.transition.target,
            "comment": offer.transition.comment,
            "refusals": [refusal_json(refusal, self.request) for refusal in offer.refusals],
        }
