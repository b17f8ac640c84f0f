"""Planning a meeting: its day, its hours, its place."""

from datetime import datetime
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.content.clock import BRUSSELS
from commune.core.rules.refusals import Refusal
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.meeting.i18n import _
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.proposing import hours_of, plan
from commune.meeting.workflow.settings import settings_of

MOMENTS = ("date", "start", "end", "pre_meeting")
FLAGS = ("extraordinary", "remote")
TEXTS = ("place", "category", "remote_reason", "remote_tool", "remote_note")


class MeetingAdd(BrowserView):
    """``@@add-meeting``: the form again, with what was typed and every reason, when something is wrong."""

    page_title = _("Plan a meeting")
    page = ViewPageTemplateFile("meeting_add.pt")
    errors: list[dict[str, str]] = []

    def __call__(self) -> Any:
        actor = current_actor(self.context)
        if not oversees(actor, self.context):
            raise NotFound("add-meeting")
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        try:
            meeting = self._plan(actor)
        except Refused as refused:
            return self._again(refused)
        api.portal.show_message(_("The meeting is planned."), self.request)
        return self.request.response.redirect(meeting.absolute_url())

    def _plan(self, actor: Any) -> Any:
        moments, refusals = {}, []
        for name in MOMENTS:
            moments[name], wrong = self._moment(name)
            refusals += wrong
        if moments["date"] is None and not refusals:
            refusals.append(Refusal("meetings.date_required", place="date"))
        if refusals:
            raise Refused(*refusals)
        hours = hours_of(moments["date"], moments["start"], moments["end"], moments["pre_meeting"])
        texts = {name: self.value(name) or None for name in TEXTS}
        flags = {name: bool(self.value(name)) for name in FLAGS}
        call = min(max(whole(self.value("call"), 1), 1), 3)
        return plan(self.context, actor, hours, call=call, **texts, **flags)

    def _moment(self, name: str) -> tuple[datetime | None, list[Refusal]]:
        text = self.value(name)
        try:
            return (datetime.fromisoformat(text).replace(tzinfo=BRUSSELS) if text else None), []
        except ValueError:
            return None, [Refusal("meetings.date_unreadable", {"text": text}, name)]

    def _again(self, refused: Refused) -> Any:
        self.request.response.setStatus(409)
        self.errors = [{"text": sentence(one, self.request), "field": one.place} for one in refused.refusals]
        return self.page()

    def value(self, name: str) -> str:
        """What was typed; the body's usual place before anything is."""
        usual = settings_of(self.context).body.identity
        place = usual.default_place or next(iter(usual.places), "")
        default = place if name == "place" and self.request.method != "POST" else ""
        return str(self.request.form.get(name, default)).strip()

    def faulty(self, name: str) -> bool:
        return any(error["field"] == name for error in self.errors)
