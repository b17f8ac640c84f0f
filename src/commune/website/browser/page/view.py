"""A page: its text with a table of contents, and the service to ask."""

from functools import cached_property
from typing import Any

from commune.website.browser.page.contents import LEAST, with_anchors
from commune.website.browser.parts.linked_data import as_script, news_data
from commune.website.browser.parts.service import ShownService, shown
from commune.website.browser.reading import Reading
from commune.website.workflow.services import service


class Page(Reading):
    """Reads the text once."""

    @cached_property
    def _read(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        text = getattr(self.context, "text", None)
        return with_anchors(text.output_relative_to(self.context) or "") if text is not None else ("", ())

    @property
    def text(self) -> str:
        return self._read[0]

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """Anchors and headings, from three of them on."""
        return self._read[1] if len(self._read[1]) >= LEAST else ()

    @cached_property
    def service(self) -> ShownService | None:
        found = service(getattr(self.context, "responsible_service", None), self.language)
        return shown(self, found) if found else None

    @property
    def updated(self) -> str:
        return self.day(self.context.modified().asdatetime())


class NewsItem(Page):
    """A page with a date and an image."""

    @property
    def published(self) -> Any:
        return self.context.effective().asdatetime()

    @property
    def image(self) -> str:
        """The image in a large scale, as a tag; empty without one."""
        if getattr(self.context, "image", None) is None:
            return ""
        words = getattr(self.context, "image_caption", "") or ""
        found = self.context.restrictedTraverse("@@images").tag("image", scale="large", alt=words, title=None)
        return str(found or "")

    @property
    def linked_data(self) -> str:
        return as_script(news_data(self.context))
