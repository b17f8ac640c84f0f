"""A body's page: its meetings to come and past, its lists of items, and what one may create."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.content.clock import BRUSSELS, now
from commune.core.rules.dates import long_date
from commune.core.workflow.actor import current_actor
from commune.core.workflow.dashboards.board import Board, boards
from commune.meeting.workflow.duplicates import templates
from commune.meeting.workflow.opinion_nights import lag_of
from commune.meeting.workflow.place import aware, oversees
from commune.meeting.workflow.proposing import units_of
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.titles import state_title

PAST_SHOWN = 12


@dataclass(frozen=True)
class Row:
    """One meeting in a list, from the catalog."""

    title: str
    url: str
    iso: str
    state: str
    state_title: Any
    items: int


class Body(BrowserView):
    """The door of a body, for everybody of the office."""

    @cached_property
    def settings(self) -> Settings:
        return settings_of(self.context)

    @cached_property
    def language(self) -> str:
        return str(api.portal.get_current_language())

    @cached_property
    def _brains(self) -> list[Any]:
        catalog = api.portal.get_tool("portal_catalog")
        return list(catalog(portal_type="meeting", path="/".join(self.context.getPhysicalPath()), sort_on="start"))

    @property
    def upcoming(self) -> list[Row]:
        """Meetings that are not closed yet, the earliest first."""
        return self._rows(brain for brain in self._brains if brain.review_state != "closed")

    @property
    def past(self) -> list[Row]:
        """The last closed ones, the latest first."""
        return self._rows([brain for brain in reversed(self._brains) if brain.review_state == "closed"][:PAST_SHOWN])

    def _rows(self, brains: Iterable[Any]) -> list[Row]:
        chosen = list(brains)
        counts = self._counts([brain.UID for brain in chosen])
        return [self._row(brain, counts) for brain in chosen]

    def _row(self, brain: Any, counts: dict[str, int]) -> Row:
        moment = aware(brain.start).astimezone(BRUSSELS)
        return Row(
            f"{long_date(moment.date(), self.language, weekday=True)}, {moment:%H:%M}",
            brain.getURL(),
            moment.isoformat(),
            brain.review_state,
            state_title(brain.review_state, self.settings),
            counts.get(brain.UID, 0),
        )

    def _counts(self, uids: list[str]) -> dict[str, int]:
        """How many items of each meeting the reader may see."""
        found: dict[str, int] = {}
        for brain in api.portal.get_tool("portal_catalog")(portal_type="meeting_item", item_meeting=uids):
            found[brain.item_meeting] = found.get(brain.item_meeting, 0) + 1
        return found

    @property
    def boards(self) -> list[Board]:
        """The lists that the reader may open here."""
        return [board for board in boards(self.context) if board.name.startswith("meeting.")]

    @property
    def may_add_meeting(self) -> bool:
        actor = current_actor(self.context)
        return oversees(actor, self.context)

    @property
    def reminders_late(self) -> int:
        """For managers: hours by which the nightly look at the clocks of opinions is late, once that is a day."""
        late = lag_of(api.portal.get(), now()) if self.may_add_meeting else timedelta(0)
        return int(late.total_seconds() // 3600) if late >= timedelta(days=1) else 0

    @property
    def may_add_item(self) -> bool:
        return bool(self.units)

    @cached_property
    def units(self) -> list[tuple[str, str]]:
        """The services for which the reader creates items here, as pairs of uid and title."""
        names = Names()
        return [(uid, names.unit(uid)) for uid in units_of(current_actor(self.context), self.context)]

    @property
    def errors(self) -> list[dict[str, str]]:
        """Reasons of the refusal just met."""
        return sentences(self.request, REFUSALS)

    @property
    def templates(self) -> list[Any]:
        """The templates to choose from, without the empty one that stands for none."""
        return [one for one in templates(self.context, current_actor(self.context)) if not one.permanent]
