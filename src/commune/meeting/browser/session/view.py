"""The secretary's screen while the meeting is held: one item, who is there, who votes what, what is decided."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.transitions import Transitions
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.wording import sentence
from commune.meeting.browser.item.votes import PollLine, poll_lines
from commune.meeting.browser.session.attendance import AttendancePart
from commune.meeting.browser.session.urgency import UrgencyPart
from commune.meeting.browser.session.voting import VotingPart
from commune.meeting.content.session import current_of, sheet_of, version_of
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.lateness import URGENT
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.quorum import Quorum
from commune.meeting.workflow.interests import members_for, recalled, still_in
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.quorum import quorum_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import raw
from commune.meeting.workflow.titles import item_machine

LEFT = "commune.meeting.session.left"


class Session(BrowserView):
    """``@@session?item=<uid>``; without one, the item under discussion."""

    page_title = _("Session")
    page = ViewPageTemplateFile("session.pt")

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.page()

    @cached_property
    def uid(self) -> str:
        asked = str(self.request.form.get("item", ""))
        return asked if asked in self.context.agenda.uids else current_of(self.context)

    @cached_property
    def item(self) -> Any:
        return by_uid(self.uid)

    @cached_property
    def body(self) -> Any:
        return body_of(self.context)

    @property
    def version(self) -> int:
        return version_of(self.context)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The agenda, from the catalog."""
        numbers = numbering(self.context.agenda)
        catalog = api.portal.get_tool("portal_catalog")
        brains = {brain.UID: brain for brain in catalog(UID=list(numbers))} if numbers else {}
        return [
            {
                "uid": uid,
                "number": str(number),
                "title": brains[uid].Title,
                "done": brains[uid].review_state in DECIDED,
                "current": uid == self.uid,
            }
            for uid, number in numbers.items()
            if uid in brains
        ]

    @cached_property
    def place(self) -> int:
        return next((index for index, line in enumerate(self.lines) if line["current"]), 0)

    def neighbour(self, step: int) -> dict[str, Any] | None:
        """The item before (-1) or after (1), ``None`` at the end."""
        at = self.place + step
        return self.lines[at] if 0 <= at < len(self.lines) else None

    @property
    def state(self) -> Any:
        return item_machine(settings_of(self.context)).state(self.item.state)

    @property
    def noted(self) -> bool:
        """Whether it was noted who is there."""
        return bool(sheet_of(self.context).members)

    @cached_property
    def attendance(self) -> AttendancePart:
        return AttendancePart(self.context, self.uid)

    @cached_property
    def voting(self) -> VotingPart:
        return VotingPart(self.item, self.request)

    @cached_property
    def urgency(self) -> UrgencyPart | None:
        """The vote on urgency, for an item that needs one."""
        return UrgencyPart(self.item, self.request) if self.item.list_type == URGENT else None

    @property
    def interested(self) -> list[str]:
        """Names of members noted present who declared an interest, or withdrew from a linked item."""
        known = members_for(self.item)
        declared = [known[uid].name for uid in still_in(self.item) if uid in known]
        return [*declared, *(one.seat.name for one in recalled(self.item) if one.seat.name not in declared)]

    @property
    def quorum(self) -> tuple[Quorum, ...]:
        return quorum_of(self.context, self.uid)

    @property
    def results(self) -> list[PollLine]:
        return poll_lines(self.item) if self.item.polls else []

    @property
    def decisions(self) -> list[Any]:
        """What may be decided now, and with which reasons not."""
        deciding = (*AGENDA_STATES, "pre_accepted", *DECIDED)
        buttons = Transitions(self.item, self.request).buttons if self.item.state in deciding else ()
        return [button for button in buttons if button.id not in AWAY]

    @property
    def text(self) -> str:
        typed = self.request.form.get("decision")
        return str(typed) if typed is not None else raw(self.item, "decision")

    @property
    def rendered(self) -> str:
        value = self.item.decision
        return str(value.output_relative_to(self.item)) if value else ""

    @property
    def errors(self) -> list[str]:
        """Reasons of the refusal just met."""
        return Transitions(self.context, self.request).refusals

    @property
    def left(self) -> list[str]:
        """Items that *same result* could not reach."""
        numbers = {line["uid"]: line for line in self.lines}
        found = self.request.get(LEFT) or {}
        return [
            f"{numbers[uid]['number']}: {sentence(one, self.request)}" for uid, one in found.items() if uid in numbers
        ]


AWAY = frozenset({"back_to_validated", "return_to_service", "present"})
