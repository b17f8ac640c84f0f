"""POST @signing-delegations: somebody else signs while one is away."""

from typing import Any

from plone import api

from commune.core.api.act import Act
from commune.core.api.contract import DAY, TEXT, body
from commune.core.content.refused import Refused
from commune.core.content.signing import signing_book
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.signing import delegate, read_due


class PostDelegation(Act):
    """Body: ``{"substitute": account, "start": day, "end": day}``, both days inclusive; 201 with all of one's own."""

    takes = body("substitute", "start", "end", substitute=TEXT, start=DAY, end=DAY)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        start, end = read_due(wish["start"]), read_due(wish["end"])
        if start is None or end is None:
            raise Refused(Refusal("signing.delegate_days", {}, "start"))
        actor = current_actor()
        delegate(wish["substitute"], start, end, actor)
        mine = [one for one in signing_book(api.portal.get()).delegated() if one.absent == actor.userid]
        self.request.response.setStatus(201)
        return {
            "items": [
                {"substitute": one.substitute, "start": one.start.isoformat(), "end": one.end.isoformat()}
                for one in mine
            ]
        }
