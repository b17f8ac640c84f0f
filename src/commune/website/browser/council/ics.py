"""The public meetings as a calendar that programs subscribe to."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from plone import api

from commune.core.content.clock import BRUSSELS
from commune.core.workflow.calendar_file import TYPE, Appointment, calendar_file
from commune.website.browser.reading import Reading
from commune.website.content.council import WITHDRAWN


class MeetingsCalendar(Reading):
    """``@@meetings.ics?body=council``; every body without a name. A meeting that was taken back is cancelled."""

    def __call__(self) -> bytes:
        body = str(self.request.form.get("body") or "")
        query = {"meeting_body": body} if body else {}
        rows = api.portal.get_tool("portal_catalog")(portal_type="council_meeting", **query)
        meetings = [one for one in (row.getObject() for row in rows) if one.day is not None]
        self.request.response.setHeader("Content-Type", TYPE)
        name = meetings[0].body_title if body and meetings else self.context.title
        return calendar_file((_appointment(one) for one in sorted(meetings, key=lambda one: one.day)), name)


def _appointment(meeting: Any) -> Appointment:
    starts = meeting.planned or datetime.combine(meeting.day, time(0), BRUSSELS)
    gone = meeting.stage == WITHDRAWN
    title = meeting.body_title if gone else f"{meeting.body_title} – {meeting.title}"
    return Appointment(
        uid=f"{meeting.meeting}@meeting",
        title=title,
        starts=starts.astimezone(UTC),
        ends=(meeting.closed or starts + timedelta(hours=2)).astimezone(UTC),
        changed=meeting.changed.astimezone(UTC),
        serial=meeting.serial,
        place="" if gone else meeting.place or "",
        url=meeting.absolute_url(),
        cancelled=gone,
    )
