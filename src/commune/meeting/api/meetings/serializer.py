"""The plain GET of a meeting: what @meeting says, with the same fields hidden."""

from typing import Any

from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.interface import implementer

from commune.meeting.api.meetings.meeting_json import meeting_json
from commune.meeting.content.meeting import IMeeting
from commune.meeting.interfaces import IMeetingLayer


@implementer(ISerializeToJson)
@adapter(IMeeting, IMeetingLayer)
class MeetingSerializer:
    """No other way of reading a meeting says more than @meeting."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(self, **options: Any) -> dict[str, Any]:
        return meeting_json(self.context)
