"""A member's private calendar: the address is the key."""

from typing import Any

from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.workflow.calendar_file import TYPE
from commune.meeting.workflow.member_calendar import calendar_of


@implementer(IPublishTraverse)
class MemberCalendar(BrowserView):
    """``@@member-calendar/<secret>``: not found when it opens nothing, or no longer."""

    secret = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.secret:
            raise NotFound(name)
        self.secret = name
        return self

    def __call__(self) -> bytes:
        found = calendar_of(self.secret)
        if found is None:
            raise NotFound("calendar")
        response = self.request.response
        response.setHeader("Content-Type", TYPE)
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        return found
