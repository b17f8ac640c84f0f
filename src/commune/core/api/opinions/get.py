"""GET @opinions: who was asked, what was said, what silence means."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.day_json import iso
from commune.core.content.opinions import Opinion
from commune.core.rules.opinions import Standing
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.opinions import may_give, standings


def opinion_json(opinion: Opinion, found: Standing, actor: Actor) -> dict[str, Any]:
    """What the actor may know of it: a draft is for its advisers only."""
    request = opinion.request
    known = {
        "service": request.service,
        "state": str(found.state),
        "clock": str(found.clock),
        "sense": str(found.sense) if found.sense else None,
        "comment": opinion.comment if found.sense else "",
        "given_at": iso(request.given_at),
        "asked_on": iso(opinion.asked_on),
        "due": iso(found.deadline.due) if found.deadline else None,
        "days_left": found.days_left,
        "mandatory": request.mandatory,
        "round": request.round,
        "propose_deemed": found.propose_deemed,
        "versions": [{"round": v.round, "sense": str(v.sense), "comment": v.comment} for v in opinion.versions],
    }
    if may_give(actor, request.service):
        known["offered"] = [str(sense) for sense in opinion.offered]
        known["draft"] = {"sense": opinion.draft_sense and str(opinion.draft_sense), "comment": opinion.draft}
    return known


class GetOpinions(Service):
    """In the order in which they were asked."""

    def reply(self) -> dict[str, Any]:
        actor = current_actor(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@opinions",
            "items": [opinion_json(opinion, found, actor) for opinion, found in standings(self.context)],
        }
