"""The meetings of a body on @meetings, one of them on @meeting: listed, planned, read, changed."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.act import Act
from commune.core.api.contract import NAMED, TEXT, Misread, body
from commune.core.api.etags import told
from commune.core.api.pages import ASKS, counted, page
from commune.core.api.refused import refused
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.meeting.api.items.patch import changed
from commune.meeting.api.meetings.meeting_json import meeting_json
from commune.meeting.content.meeting import IMeeting
from commune.meeting.workflow.editing import MOMENTS, change_meeting
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.proposing import hours_of, plan
from commune.meeting.workflow.values import read_fields


class GetMeetings(Service):
    """In pages, the newest first; filter: ``review_state``."""

    asks = {"review_state": TEXT} | ASKS

    def reply(self) -> dict[str, Any]:
        query = {"portal_type": "meeting", "path": "/".join(self.context.getPhysicalPath())}
        if self.request.form.get("review_state"):
            query["review_state"] = self.request.form["review_state"]
        try:
            return page(self, query, _row) | {"items_total": counted(query)}
        except Misread as misread:
            return refused(self, misread.refusals, 400)


def _row(brain: Any) -> dict[str, Any]:
    return {
        "@id": brain.getURL(),
        "uid": brain.UID,
        "title": brain.Title,
        "state": brain.review_state,
        "date": aware(brain.start).isoformat(),
    }


class PostMeeting(Act):
    """Body: ``{"fields": {"date": "2027-01-11T09:00:00+01:00", …}}``; 201 with the meeting."""

    takes = body("fields", fields=NAMED)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        check_manager(actor, self.context)
        values, faults = read_fields(IMeeting, self.context, wish["fields"], frozenset())
        lacking = () if values.get("date") or faults else (Refusal("meetings.date_required", place="date"),)
        if faults or lacking:
            raise Misread(*faults, *lacking)
        moments = [values.pop(name, None) for name in MOMENTS]
        meeting = plan(self.context, actor, hours_of(*moments), **values)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", meeting.absolute_url())
        return meeting_json(meeting)


class GetMeeting(Service):
    """One meeting, with the version of it (``ETag``)."""

    def reply(self) -> Any:
        return told(self, meeting_json(self.context))


class PatchMeeting(Act):
    """Body: ``{"fields": {…}}``, with ``If-Match``: the meeting as it then is."""

    takes = body("fields", fields=NAMED)
    versioned = True

    def act(self, wish: dict[str, Any]) -> Any:
        actor = current_actor(self.context)
        return changed(self, lambda: change_meeting(self.context, wish["fields"], actor), meeting_json)


class PatchMeetingItself(PatchMeeting):
    """Body: the fields; 204, the whole meeting for who asks ``Prefer: return=representation``."""

    takes = NAMED
    gives = (204,)

    def act(self, wish: dict[str, Any]) -> Any:
        found = super().act({"fields": wish})
        whole = self.request.getHeader("Prefer") == "return=representation"
        return found if whole else self.reply_no_content()
