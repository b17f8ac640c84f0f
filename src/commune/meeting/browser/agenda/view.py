"""The page of a meeting: its agenda in order, what waits for it, its legal clock."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from Products.Five import BrowserView
from zope.i18n import translate

from commune.core.browser.dossier.people import Names
from commune.core.rules.dates import long_date, moment
from commune.core.workflow.signing import may_ask
from commune.core.workflow.wording import sentence
from commune.meeting.browser.agenda.clock import Line, clock_lines
from commune.meeting.browser.agenda.words import Words
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering
from commune.meeting.workflow.agenda import undoable
from commune.meeting.workflow.meeting_deadlines import deadlines_of
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.presenting import Done, offered_items
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.titles import item_machine, word

MANAGE = "commune.meeting: Manage a body and its meetings"
CLOSED = "secret"
LEFT = "commune.meeting.left"


@dataclass(frozen=True)
class Row:
    """One item of the agenda, from the catalog."""

    uid: str
    number: str
    sub: bool
    title: str
    url: str
    service: str
    category: str
    state: str
    code: str
    list_type: str
    closed: bool


class Agenda(BrowserView):
    """``view`` of a meeting. One query for the agenda, one for what waits: no item is woken."""

    @cached_property
    def settings(self) -> Settings:
        return settings_of(self.context)

    @cached_property
    def body(self) -> Any:
        return body_of(self.context)

    @cached_property
    def names(self) -> Names:
        return Names()

    @cached_property
    def words(self) -> Words:
        return Words(self.request)

    @cached_property
    def states(self) -> dict[str, str]:
        titles = {state.id: state.title for state in item_machine(self.settings).states}
        return {state: str(translate(title, context=self.request)) for state, title in titles.items()}

    @cached_property
    def terms(self) -> dict[str, str]:
        agenda = self.settings.body.agenda
        return {
            term.id: str(translate(word(term.title), context=self.request))
            for term in (*agenda.categories, *agenda.list_types)
        }

    @cached_property
    def manages(self) -> bool:
        """Whether the reader orders this agenda now."""
        return self.writes and self.context.state != "closed"

    @property
    def writes(self) -> bool:
        """Whether the reader keeps the minutes."""
        return bool(getSecurityManager().checkPermission(MANAGE, self.context))

    @property
    def signs(self) -> bool:
        """Whether the reader may have documents signed."""
        return may_ask(self.context)

    @property
    def version(self) -> int:
        return int(self.context.agenda.version)

    @cached_property
    def rows(self) -> list[Row]:
        """The items that the reader may see, in the order of the agenda."""
        agenda = self.context.agenda
        catalog = api.portal.get_tool("portal_catalog")
        brains = {brain.UID: brain for brain in catalog(UID=list(agenda.uids))} if agenda.uids else {}
        numbers = numbering(agenda)
        return [self._row(brains[uid], str(number)) for uid, number in numbers.items() if uid in brains]

    def _row(self, brain: Any, number: str) -> Row:
        return Row(
            brain.UID,
            number,
            "." in number,
            brain.Title,
            brain.getURL(),
            self.names.unit(brain.responsible_unit),
            self.terms.get(brain.item_category, ""),
            self.states.get(brain.review_state, brain.review_state),
            brain.review_state,
            self.terms.get(brain.item_list_type, "") if brain.item_list_type != "normal" else "",
            (brain.item_privacy or "").startswith(CLOSED),
        )

    @cached_property
    def offered(self) -> list[Row]:
        """What the meeting may take; for its managers only."""
        return [self._row(brain, "") for brain in offered_items(self.context)] if self.manages else []

    @property
    def undoable(self) -> bool:
        return self.manages and undoable(self.context)

    @property
    def left(self) -> list[Done]:
        """After a batch: the items that it could not move, with their reasons."""
        return list(self.request.get(LEFT) or ())

    def sentence(self, refusal: Any) -> str:
        return sentence(refusal, self.request)

    @property
    def typed(self) -> dict[str, Any]:
        """What was typed before the page came back."""
        return dict(self.request.form)

    @property
    def clock(self) -> list[Line]:
        return clock_lines(self.context, self.request)

    def _deadlines(self, language: str) -> list[tuple[Any, str]]:
        """By when items are validated and the agenda frozen, as long as it is not."""
        if self.context.state != "draft":
            return []
        due = deadlines_of(self.context)
        return [
            (_("Items validated by"), moment(due.validation, language)),
            (_("Agenda frozen by"), moment(due.freeze, language)),
        ]

    @property
    def facts(self) -> list[tuple[Any, str]]:
        """What is known of the sitting, as pairs of label and value; only what is filled."""
        meeting, language = self.context, api.portal.get_current_language()
        found = [
            (_("Place"), meeting.place or ""),
            *self._deadlines(language),
            (_("Number of the meeting"), str(meeting.number or "")),
            (_("First item number"), str(meeting.first_item_number or "")),
            (
                _("Convocation sent on"),
                long_date(meeting.convocation_date, language) if meeting.convocation_date else "",
            ),
            (_("Minutes approved on"), long_date(meeting.approval_date, language) if meeting.approval_date else ""),
        ]
        return [(label, value) for label, value in found if value]
