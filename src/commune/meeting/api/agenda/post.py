"""POST @agenda: put an item on, take it off, move it, sort anew."""

from collections.abc import Callable
from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.api.agenda.agenda_json import agenda_json
from commune.meeting.rules import moves
from commune.meeting.rules.agenda import Agenda, Change
from commune.meeting.workflow.agenda import change_order, sorted_anew
from commune.meeting.workflow.guard import check_manager


class PostAgenda(Act):
    """Body: ``{"do": "up" | "down" | "to" | "block_to" | "sort", "item": uid, "number": "2.1", "version": int}``.

    A version that is not the agenda's of now is refused; the answer holds the agenda as it then is.
    """

    takes = body("do", do=one_of("up", "down", "to", "block_to", "sort"), item=TEXT, number=TEXT, version=COUNT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        check_manager(actor, self.context)
        change_order(self.context, self._move(wish), wish.get("version"), actor.userid)
        return agenda_json(self.context)

    def _move(self, wish: dict[str, Any]) -> Callable[[Agenda], Change]:
        uid, number = str(wish.get("item", "")), str(wish.get("number", ""))
        known: dict[str, Callable[[Agenda], Change]] = {
            "up": lambda agenda: moves.move_up(agenda, uid),
            "down": lambda agenda: moves.move_down(agenda, uid),
            "to": lambda agenda: moves.move_to(agenda, uid, number),
            "block_to": lambda agenda: moves.move_block(agenda, uid, number),
            "sort": lambda agenda: sorted_anew(self.context, agenda),
        }
        if wish.get("do") not in known:
            raise BadRequest(f"do: one of {', '.join(known)}")
        return known[wish["do"]]
