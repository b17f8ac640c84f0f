"""DELETE on an item or a meeting: refused with every reason (409), or done (204)."""

from datetime import date
from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import DAY, body
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.deletion import delete_item, delete_meeting


class DeleteItem(Act):
    """Deletes the item; what it was copied from may be sent again."""

    gives = (204,)

    def act(self, wish: dict[str, Any]) -> Any:
        delete_item(self.context, current_actor(self.context))
        return self.reply_no_content()


class DeleteMeeting(Act):
    """Body: ``{"date": "2026-10-22"}`` when an administrator deletes a meeting with its items."""

    takes = body(date=DAY)
    gives = (204,)

    def act(self, wish: dict[str, Any]) -> Any:
        try:
            typed = date.fromisoformat(wish["date"]) if wish.get("date") else None
        except ValueError as error:
            raise BadRequest(str(error)) from error
        delete_meeting(self.context, current_actor(self.context), typed)
        return self.reply_no_content()
