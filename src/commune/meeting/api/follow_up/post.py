"""POST @follow-up: ask for it, give it, drop it, record what the supervisory authority did."""

from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.api.follow_up.follow_up_json import follow_up_json
from commune.meeting.workflow.follow_up import ask_follow_up, drop_follow_up, give_follow_up, record_supervision
from commune.meeting.workflow.supervision_reading import read_track

TRACK = ("kind", "sent", "received", "prorogation", "answered", "answer")
ACTS = ("ask", "give", "drop", "supervision")


class PostFollowUp(Act):
    """Body: ``{"do": "ask" | "give", "text": html}``, ``{"do": "drop"}``, or ``{"do": "supervision"}`` with
    ``kind``, ``sent``, ``received``, ``prorogation``, ``answered``, ``answer``: what is not named stays.
    """

    takes = body("do", do=one_of(*ACTS), text=TEXT, **dict.fromkeys(TRACK, {"type": ["string", "integer", "null"]}))

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        item, actor, text = self.context, current_actor(self.context), str(wish.get("text", ""))
        match wish.get("do"):
            case "ask":
                ask_follow_up(item, text, actor)
            case "give":
                give_follow_up(item, text, actor)
            case "drop":
                drop_follow_up(item, actor)
            case "supervision":
                record_supervision(item, read_track(item.supervision, wish), actor)
            case _:
                raise BadRequest(f"do: one of {', '.join(ACTS)}")
        return follow_up_json(item)
