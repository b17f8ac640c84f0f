"""The screen for the room: the item under discussion, for everybody to read."""

from functools import cached_property
from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.workflow.lookup import by_uid
from commune.meeting.browser.item.votes import PollLine, poll_lines
from commune.meeting.content.session import current_of
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.quorum import Quorum
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.quorum import quorum_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import state_title

SECONDS = "5"


class Room(BrowserView):
    """``@@room``: read-only, renews itself. Of a closed item it tells the number only, whoever looks."""

    page_title = _("Screen for the room")
    page = ViewPageTemplateFile("room.pt")

    def __call__(self) -> Any:
        self.request.response.setHeader("Refresh", SECONDS)
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.page()

    @cached_property
    def uid(self) -> str:
        return current_of(self.context)

    @cached_property
    def item(self) -> Any:
        return by_uid(self.uid)

    @property
    def body(self) -> str:
        return str(body_of(self.context).title)

    @property
    def number(self) -> str:
        return str(numbering(self.context.agenda).get(self.uid, ""))

    @property
    def closed(self) -> bool:
        return str(self.item.privacy or "").startswith("secret")

    @property
    def quorum(self) -> tuple[Quorum, ...]:
        return quorum_of(self.context, self.uid)

    @property
    def decided(self) -> Any:
        """The outcome, once there is one."""
        item = self.item
        return state_title(item.state, settings_of(item)) if item.state in DECIDED else ""

    @property
    def polls(self) -> list[PollLine]:
        """Results of the votes once decided; counts only, no name on the wall."""
        return poll_lines(self.item) if self.decided and self.item.polls else []
