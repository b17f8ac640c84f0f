"""POST @opinions: an adviser gives the opinion of his service, or keeps a draft of it."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import FLAG, TEXT, body
from commune.core.api.opinions.get import opinion_json
from commune.core.content.refused import Refused
from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.opinions import give, standings, write


class PostOpinion(Act):
    """Body: ``{"service": uid, "sense": …, "comment": text, "draft": true|false}``; 409 with all reasons."""

    takes = body("service", "sense", service=TEXT, sense=TEXT, comment=TEXT, draft=FLAG)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor, service = current_actor(self.context), str(wish.get("service", ""))
        if wish.get("sense") not in list(Sense):
            raise Refused(Refusal("opinion.sense", {"sense": wish.get("sense")}, "sense"))
        act = write if wish.get("draft") else give
        act(self.context, actor, service, Sense(wish["sense"]), str(wish.get("comment", "")))
        found = next(pair for pair in standings(self.context) if pair[0].request.service == service)
        return opinion_json(*found, actor)
