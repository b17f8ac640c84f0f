"""What became of a decision, on the page of its item."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.content.clock import today
from commune.core.rules.dates import long_date
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.rules.followup import KINDS, NEEDED, PROVIDED, executable_on
from commune.meeting.rules.masking import plain
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.workflow.follow_up import deadline_of, provides, standing, supervised
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.texts import raw

STANDINGS = {
    "to_send": _("To be sent"),
    "awaited": _("Answer awaited"),
    "approved": _("Approved"),
    "annulled": _("Annulled"),
    "lapsed": _("No answer in time"),
}
KIND_TITLES = {"approval": _("Approval (special supervision)"), "annulment": _("Annulment (general supervision)")}
DAYS = (
    ("sent", _("Sent on")),
    ("received", _("Whole file received on")),
    ("answered", _("Answered on")),
)


class FollowUp(BrowserView):
    """``@@follow-up``: macros ``panel`` and ``authority``, and what they show."""

    template = ViewPageTemplateFile("panel.pt")
    days = DAYS
    kinds = tuple((kind, KIND_TITLES[kind]) for kind in KINDS)
    answers = (("approved", STANDINGS["approved"]), ("annulled", STANDINGS["annulled"]))

    @property
    def macros(self) -> object:
        return self.template.macros

    @cached_property
    def manages(self) -> bool:
        actor = current_actor(self.context)
        return oversees(actor, self.context)

    @property
    def needed(self) -> bool:
        return NEEDED in (self.context.labels or ())

    @property
    def provided(self) -> bool:
        return PROVIDED in (self.context.labels or ())

    @property
    def shown(self) -> bool:
        """Whether there is anything to read or to write."""
        texts = any(raw(self.context, name) for name in ("needed_follow_up", "provided_follow_up"))
        return texts or self.needed or self.provided or (self.manages and self.decided)

    @property
    def decided(self) -> bool:
        return self.context.state in DECIDED

    @property
    def may_give(self) -> bool:
        return (self.needed or self.provided) and provides(self.context, current_actor(self.context))

    def html(self, name: str) -> str:
        """A text without what a browser must not run."""
        value = getattr(self.context, name, None)
        return str(value.output_relative_to(self.context)) if value else ""

    def typed(self, name: str, field: str) -> str:
        """What was typed under ``name``, else the text of the field without its markup."""
        found = self.request.form.get(name)
        return str(found) if found is not None else plain(raw(self.context, field)).strip()

    @property
    def authority(self) -> bool:
        """Whether the panel of the supervisory authority is shown."""
        return supervised(self.context) or (self.manages and self.decided)

    @property
    def standing(self) -> Any:
        """Where the decision stands there, as a pair of code and words."""
        code = standing(self.context)
        return code, STANDINGS.get(code, "")

    @property
    def facts(self) -> list[tuple[Any, str]]:
        """The days known, as pairs of label and day."""
        language, track = api.portal.get_current_language(), self.context.supervision
        found = [(title, getattr(track, name)) for name, title in DAYS]
        found.append((_("May be carried out from"), self.executable))
        return [(title, long_date(day, language)) for title, day in found if day]

    @property
    def executable(self) -> Any:
        track = self.context.supervision
        return executable_on(track, deadline_of(self.context), today()) if track.sent else None

    def entered(self, name: str) -> str:
        """What the form of the authority shows in a field: what was typed, else what is known."""
        found = self.request.form.get(name)
        return str(found if found is not None else getattr(self.context.supervision, name) or "")
