"""News, the latest first, in pages; the same as a feed."""

from functools import cached_property
from typing import Any

from commune.website.browser.parts.paging import Paging, page_number
from commune.website.browser.reading import Reading
from commune.website.workflow import listing

SIZE = 10
FEED = 20


class NewsList(Reading):
    """``?page=2`` shows the following ones."""

    @cached_property
    def paging(self) -> Paging:
        total = listing.news(self.language, size=0)[1]
        return Paging(self.context.absolute_url(), total, page_number(self.request.form.get("page")), SIZE)

    @cached_property
    def rows(self) -> list[Any]:
        return listing.news(self.language, self.paging.start, SIZE)[0]


class NewsFeed(Reading):
    """The latest news as Atom (RFC 4287)."""

    @cached_property
    def rows(self) -> list[Any]:
        return listing.news(self.language, size=FEED)[0]

    @property
    def updated(self) -> str:
        return str(max((row.modified for row in self.rows), default=self.context.modified()).ISO8601())

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "application/atom+xml; charset=utf-8")
        return str(self.index())
