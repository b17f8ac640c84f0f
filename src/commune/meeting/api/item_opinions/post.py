"""POST @item-opinions: give an opinion, ask it again, restore the last one."""

from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import FLAG, TEXT, body, one_of
from commune.core.rules.opinions import Sense
from commune.core.workflow.actor import current_actor
from commune.meeting.api.item_opinions.get import opinions_json
from commune.meeting.workflow import opinions
from commune.meeting.workflow.guard import may_edit
from commune.meeting.workflow.reading import reader_of


class PostItemOpinion(Act):
    """Body: ``{"do": …, "service": code, "sense": key, "comment": html}``.

    ``do``: ``give``, ``write``, ``ask_again``, ``restore`` or ``confidential``.
    """

    takes = body(
        "do",
        do=one_of("give", "write", "ask_again", "restore", "confidential"),
        service=TEXT,
        sense=one_of(*map(str, Sense)),
        comment=TEXT,
        confidential=FLAG,
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        item, actor, service = self.context, current_actor(self.context), str(wish.get("service", ""))
        if wish.get("do") in ("give", "write"):
            opinions.give(item, service, self._sense(wish), str(wish.get("comment", "")), actor, wish["do"] == "write")
        elif wish.get("do") == "ask_again":
            opinions.ask_again(item, service, may_edit(item), actor)
        elif wish.get("do") == "restore":
            opinions.back_to_previous(item, service, actor)
        elif wish.get("do") == "confidential":
            opinions.set_confidential(item, service, bool(wish.get("confidential", True)), actor)
        else:
            raise BadRequest("do: one of give, write, ask_again, restore, confidential")
        return {"opinions": opinions_json(item, reader_of(item, actor))}

    def _sense(self, wish: dict[str, Any]) -> Sense:
        try:
            return Sense(wish.get("sense", ""))
        except ValueError as error:
            raise BadRequest(f"sense: one of {', '.join(Sense)}") from error
