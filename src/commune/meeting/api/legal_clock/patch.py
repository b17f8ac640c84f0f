"""PATCH @legal-clock: record when an act was done, and why late."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, TEXT_OR_NONE, body
from commune.core.workflow.actor import current_actor
from commune.meeting.api.legal_clock.clock_json import clock_json
from commune.meeting.workflow.legal_acts import record_act
from commune.meeting.workflow.moment_reading import read_moment


class PatchLegalClock(Act):
    """Body: ``{"act": "convocation", "moment": "2027-01-11T10:00", "reason": text}``; ``null`` moment: not done."""

    takes = body("act", act=TEXT, moment=TEXT_OR_NONE, reason=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        moment = read_moment(str(wish.get("moment") or ""), "moment")
        reason = str(wish.get("reason", ""))
        record_act(self.context, str(wish.get("act", "")), moment, reason, current_actor(self.context))
        return clock_json(self.context)
