"""A public meeting: its agenda, and what was decided on each item."""

from functools import cached_property
from itertools import groupby
from typing import Any

from plone import api

from commune.core.events import PublicItem
from commune.website.browser.parts.wording import OUTCOMES, STAGES
from commune.website.browser.reading import Reading
from commune.website.content.council import DECISIONS, PROJECT, WITHDRAWN

GONE = 410


class Meeting(Reading):
    """A withdrawn meeting answers "gone" and tells why."""

    def __call__(self) -> str:
        if self.withdrawn:
            self.request.response.setStatus(GONE)
        return str(self.index())

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

    def outcome(self, item: PublicItem) -> Any:
        return OUTCOMES.get(item.outcome, "") if self.decided else ""

    def text(self, item: PublicItem) -> str:
        """The decision, cleaned again: it came from elsewhere."""
        if not item.decision:
            return ""
        transforms = api.portal.get_tool("portal_transforms")
        return str(transforms.convertTo("text/x-html-safe", item.decision, mimetype="text/html").getData())
