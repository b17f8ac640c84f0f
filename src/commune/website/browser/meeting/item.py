"""One item of a public meeting, at an address that holds neither its title nor its number."""

from functools import cached_property
from typing import Any

from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.events import PublicItem
from commune.website.browser.meeting.view import Meeting
from commune.website.rules.public_meetings import Trace
from commune.website.workflow.linked_data import item_data, meeting_data


@implementer(IPublishTraverse)
class MeetingItem(Meeting):
    """``@@item/<uid>``; "gone" with the reason once it was withdrawn, not found when it never was public."""

    uid = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.uid or name not in {trace.uid for trace in self.context.traces}:
            raise NotFound(name)
        self.uid = name
        return self

    def __call__(self) -> str:
        if not self.uid:
            raise NotFound("item")
        return super().__call__()

    @cached_property
    def data(self) -> dict[str, Any]:
        return meeting_data(self.context) if self.withdrawn else item_data(self.context, self.uid)

    @property
    def robots(self) -> str:
        return self.item.robots if self.item is not None else "noindex"

    @property
    def trace(self) -> Trace:
        return next(trace for trace in self.context.traces if trace.uid == self.uid)

    @property
    def item(self) -> PublicItem | None:
        return next((item for item in self.context.items if item.uid == self.uid), None)

    @property
    def gone(self) -> bool:
        return self.withdrawn or self.item is None

    @property
    def address(self) -> str:
        return f"{self.context.absolute_url()}/@@item/{self.uid}"

    @property
    def page_title(self) -> str:
        return self.item.title if self.item is not None else str(super().page_title)
