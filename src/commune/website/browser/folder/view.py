"""A section of the site: its words, and what it holds."""

from functools import cached_property
from typing import Any

from commune.website.browser.page.view import Page
from commune.website.workflow import listing

LEFT_OUT = frozenset({"Image", "File"})


class Section(Page):
    """What the visitor may see of it, in its order, from the catalog."""

    @cached_property
    def rows(self) -> list[Any]:
        return [row for row in listing.below(self.context) if row.portal_type not in LEFT_OUT]
