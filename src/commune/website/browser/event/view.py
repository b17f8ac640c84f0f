"""An event: its next date, all its dates, where it is."""

from functools import cached_property
from typing import Any

from commune.core.content.clock import now
from commune.website.browser.agenda.view import when
from commune.website.browser.page.view import Page
from commune.website.browser.parts.linked_data import as_script, event_data
from commune.website.content.event_dates import event_dates
from commune.website.rules.events import Occurrence, upcoming

MOST_DATES = 12


class Event(Page):
    """A page with dates."""

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        return upcoming(event_dates(self.context), now())

    @cached_property
    def next(self) -> Any:
        """The next date as a message; ``None`` when all are past."""
        return when(self, self.context, self.occurrences[0]) if self.occurrences else None

    @cached_property
    def dates(self) -> list[Any]:
        """The following dates."""
        return [when(self, self.context, one) for one in self.occurrences[1:MOST_DATES]]

    @property
    def linked_data(self) -> str:
        return as_script(event_data(self.context, self.occurrences[0])) if self.occurrences else ""
