"""The agent's first page: what must be done, by when, and why."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from zope.component import getUtilitiesFor

from commune.core.content.clock import today
from commune.core.i18n import _
from commune.core.interfaces import ITodoSource
from commune.core.rules.dates import long_date
from commune.core.rules.todo import Todo, Urgency, pressing_first, urgency_on
from commune.core.workflow.actor import current_actor

SHOWN = 15
LIGHTS = {
    Urgency.LATE: _("Late"),
    Urgency.TODAY: _("Today"),
    Urgency.SOON: _("Soon"),
    Urgency.LATER: _("In time"),
    Urgency.NONE: _("No term"),
}


@dataclass(frozen=True)
class Group:
    """The work of one source: its most pressing rows, how many there are, and where the others stand."""

    name: str
    title: Any
    rows: tuple[Todo, ...]
    count: int
    more: str


class Start(BrowserView):
    """``@@start``."""

    page_title = _("My work")

    @cached_property
    def today(self) -> Any:
        return today()

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """One group a source that has work, in the order of the sources."""
        actor = current_actor()
        sources = sorted(getUtilitiesFor(ITodoSource), key=lambda named: named[1].order)
        groups = (self._group(name, source, source.rows(actor)) for name, source in sources)
        return tuple(group for group in groups if group.count)

    def _group(self, name: str, source: Any, rows: tuple[Todo, ...]) -> Group:
        more = source.more()
        address = f"{api.portal.get().absolute_url()}/{more}" if more else ""
        return Group(name, source.title, pressing_first(rows, self.today)[:SHOWN], len(rows), address)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Rows shown by urgency."""
        seen = Counter(str(self.urgency(row)) for group in self.groups for row in group.rows)
        return {str(urgency): seen[str(urgency)] for urgency in Urgency}

    def urgency(self, row: Todo) -> Urgency:
        return urgency_on(row, self.today)

    def light(self, row: Todo) -> Any:
        return LIGHTS[self.urgency(row)]

    def long_date(self, day: Any, language: str) -> str:
        return long_date(day, language, weekday=True)
