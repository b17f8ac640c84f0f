"""POST @calendar-address: a new private address for one's calendar."""

from typing import Any

from plone import api

from commune.core.api.act import Act
from commune.core.api.contract import NOTHING
from commune.meeting.workflow.member_calendar import make_address


class PostCalendarAddress(Act):
    """No body. The address is told once; the one before no longer works."""

    takes = NOTHING
    gives = (201,)
    kept = False

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        self.request.response.setStatus(201)
        return {"address": make_address(api.user.get_current().getId())}
