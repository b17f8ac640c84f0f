"""A public meeting: its agenda, and what was decided on each item; for machines, the same as data."""

from functools import cached_property
from itertools import groupby
from typing import Any

from commune.core.events import PublicItem
from commune.website.browser.parts.linked_data import as_script
from commune.website.browser.reading import Reading
from commune.website.content.council import DECISIONS, PROJECT, WITHDRAWN
from commune.website.rules.negotiation import HTML, TYPES, chosen
from commune.website.rules.public_meetings import Trace
from commune.website.workflow.linked_data import clean, meeting_data, written
from commune.website.workflow.meeting_words import OUTCOMES, STAGES, VERDICTS

GONE = 410


class Meeting(Reading):
    """A withdrawn meeting answers "gone" and tells why. ``Accept`` or ``?format=`` choose the page or its data."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Vary", "Accept")
        if self.robots:
            response.setHeader("X-Robots-Tag", self.robots)
        if self.gone:
            response.setStatus(GONE)
        form = chosen(self.request.getHeader("Accept") or "", str(self.request.form.get("format") or ""))
        if form == HTML:
            return str(self.index())
        response.setHeader("Content-Type", f"{TYPES[form]}; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        return written(self.data, form)

    @property
    def robots(self) -> str:
        """What search engines are asked: all that one of its items asks."""
        return ", ".join(sorted({item.robots for item in self.context.items if item.robots}))

    @cached_property
    def data(self) -> dict[str, Any]:
        """The meeting as JSON-LD."""
        return meeting_data(self.context)

    @property
    def linked_data(self) -> str:
        """The same data inside the page."""
        return as_script(self.data)

    @property
    def forms(self) -> list[tuple[str, str]]:
        """Addresses and types of the data."""
        return [(f"{self.address}?format={form}", kind) for form, kind in TYPES.items() if form != HTML]

    @property
    def address(self) -> str:
        return str(self.context.absolute_url())

    @property
    def gone(self) -> bool:
        return self.withdrawn

    @property
    def page_title(self) -> str:
        return f"{self.context.body_title} – {self.context.title}" if self.context.body_title else self.context.title

    @property
    def withdrawn(self) -> bool:
        return bool(self.context.stage == WITHDRAWN)

    @property
    def project(self) -> bool:
        return bool(self.context.stage == PROJECT)

    @property
    def decided(self) -> bool:
        return bool(self.context.stage == DECISIONS)

    @property
    def stage(self) -> Any:
        return STAGES.get(self.context.stage, self.context.stage)

    @cached_property
    def parts(self) -> list[tuple[str, list[PublicItem]]]:
        """Items in the order of the agenda, those of one category together when they follow each other."""
        grouped = groupby(self.context.items, key=lambda item: item.category)
        return [(category, list(items)) for category, items in grouped]

    @property
    def taken_off(self) -> list[Trace]:
        """Items that are public no more while the meeting is."""
        return [] if self.withdrawn else [trace for trace in self.context.traces if trace.withdrawn]

    def item_url(self, item: PublicItem) -> str:
        return f"{self.context.absolute_url()}/@@item/{item.uid}"

    def added(self, item: PublicItem) -> str:
        """The day and hour at which an item was added once the meeting was public; empty for the others."""
        times = {trace.uid: trace.created for trace in self.context.traces}
        moment, first = times.get(item.uid), self.context.published
        return f"{self.day(moment)}, {self.hour(moment)}" if moment and first and moment > first else ""

    @property
    def published(self) -> str:
        """The day and hour of the first publication."""
        first = self.context.published
        return f"{self.day(first)}, {self.hour(first)}" if first else ""

    def outcome(self, item: PublicItem) -> Any:
        return OUTCOMES.get(item.outcome, "") if self.decided else ""

    def verdict(self, poll: Any) -> Any:
        return VERDICTS.get(poll.verdict, "")

    def text(self, item: PublicItem) -> str:
        """The decision, cleaned again: it came from elsewhere."""
        return clean(item.decision)
