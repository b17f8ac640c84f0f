"""POST @item-opinions: give an opinion, ask it again, change its delay, take a step of its chain…"""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import FLAG, TEXT, body, one_of
from commune.core.rules.opinions import Sense
from commune.core.workflow.actor import current_actor
from commune.meeting.api.item_opinions.get import file_json
from commune.meeting.rules.completeness import VALUES
from commune.meeting.workflow.opinion_acts import ACTS, act


class PostItemOpinion(Act):
    """Body: ``{"do": …, "service": code, …}``, with what the act needs.

    ``give``, ``write``: sense, comment, observations, reference, commitment; ``change_delay``: row, comment;
    ``restart``: comment; ``step``: step, comment; ``confidential``: confidential; ``evaluate``: completeness,
    comment, and no service; ``ask_again``, ``restore``, ``drop_inherited``: nothing more.
    """

    takes = body(
        "do",
        do=one_of(*ACTS),
        service=TEXT,
        sense=one_of(*map(str, Sense)),
        comment=TEXT,
        observations=TEXT,
        reference=TEXT,
        commitment=TEXT,
        confidential=FLAG,
        row=TEXT,
        step=TEXT,
        completeness=one_of(*VALUES),
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        act(self.context, str(wish.get("do", "")), wish, current_actor(self.context))
        return file_json(self.context, self.request)
