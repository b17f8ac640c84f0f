"""POST @regulations: a new text; POST @regulation: what is done with a text, or the text that an item adopts."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, DAY, FLAG, TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.api.regulations.regulation_json import regulation_json
from commune.meeting.rules.regulations import KINDS
from commune.meeting.workflow.register import from_item
from commune.meeting.workflow.regulation_acts import MOVES, act
from commune.meeting.workflow.regulation_writing import new


class PostRegulations(Act):
    """Body: the fields of a text; days as ``YYYY-MM-DD``, texts as HTML. All faults at once."""

    takes = body(
        "title", "kind", "authority",
        title=TEXT, kind=one_of(*KINDS), authority=TEXT, category=TEXT, decided=DAY, effective=DAY, summary=TEXT,
        text=TEXT, consultation=TEXT, tutelle_needed=FLAG, tutelle_approved=DAY, tutelle_expired=DAY,
    )  # fmt: skip
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        made = new(self.context, wish, current_actor(self.context))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return regulation_json(made)


class PostRegulation(Act):
    """Body: ``{"do": move or "supersede", "at": instant, "number": text, "comment": "", "version": n}``.

    ``waive`` lets words (``found``) go out for a reason (``comment``); ``unwaive`` stops at them again.
    """

    takes = body(
        "do",
        do=one_of(*MOVES, "supersede", "waive", "unwaive"),
        at=TEXT,
        found=TEXT,
        number=TEXT,
        comment=TEXT,
        version=COUNT,
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        act(self.context, wish, current_actor(self.context))
        return regulation_json(self.context)


class PostItemRegulation(Act):
    """Body: ``{"kind": one of the kinds}``; the text of the register that the decided item adopts."""

    takes = body(kind=one_of(*KINDS))
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        made = from_item(self.context, current_actor(self.context), str(wish.get("kind") or KINDS[0]))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return regulation_json(made)
