"""Every procedure from A to Z."""

from functools import cached_property
from itertools import groupby
from typing import Any

from commune.website.browser.page.view import Page
from commune.website.rules.search import words
from commune.website.workflow import listing


class Procedures(Page):
    """By first letter; a page without any when no module brings procedures."""

    @cached_property
    def letters(self) -> list[tuple[str, list[Any]]]:
        rows = sorted(listing.procedures(), key=lambda row: _folded(row.Title))
        return [
            (letter, list(found)) for letter, found in groupby(rows, key=lambda row: _folded(row.Title)[:1].upper())
        ]


def _folded(title: str) -> str:
    return " ".join(words(title, "en")) or title.casefold()
