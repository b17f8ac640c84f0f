"""For the managers of a body: what to look at in its publications, and the requests for erasure."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import NotFound

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, DAY, TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.erasures import answer, erasures, receive
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.watch import signals


class GetWatch(Service):
    """GET @publication-watch."""

    def reply(self) -> dict[str, Any]:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("@publication-watch")
        found = [vars(one) for one in signals(self.context)]
        return {"@id": f"{self.context.absolute_url()}/@publication-watch", "items": found, "items_total": len(found)}


class GetErasures(Service):
    """GET @erasures."""

    def reply(self) -> dict[str, Any]:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound("@erasures")
        return erasures_json(self.context)


class PostErasure(Act):
    """POST @erasures: a request (``received``, ``asked_by``, ``about``, ``words``), or the answer to ``number``."""

    takes = body(received=DAY, asked_by=TEXT, about=TEXT, words=TEXT, number=COUNT, answer=one_of("granted", "refused"),
                 reason=TEXT)  # fmt: skip

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        if "number" in wish:
            answer(self.context, wish["number"], wish.get("answer", ""), wish.get("reason", ""), actor)
        else:
            receive(self.context, wish, actor)
        return erasures_json(self.context)


def erasures_json(place: Any) -> dict[str, Any]:
    """The register, requests that wait first."""
    items = [
        {"number": number, "asked_by": one.asked_by, "about": one.about, "words": one.words, "answer": one.answer,
         "reason": one.reason, "received": one.received.isoformat(), "due": one.due.isoformat(),
         "answered": one.answered.isoformat() if one.answered else None}
        for number, one in erasures(place)
    ]  # fmt: skip
    return {"@id": f"{place.absolute_url()}/@erasures", "items": items, "items_total": len(items)}
