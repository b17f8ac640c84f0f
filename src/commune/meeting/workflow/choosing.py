"""Choosing among the texts of the register: words, kind, year, authority; how many there are of each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plone import api

from commune.core.rules.typed import whole
from commune.meeting.workflow.register import Row

SIZE = 50
FACETS = ("kind", "year", "authority", "category")


@dataclass(frozen=True)
class Choice:
    """What was asked; everything in the address."""

    words: str = ""
    kind: str = ""
    year: str = ""
    authority: str = ""
    category: str = ""
    page: int = 1

    @classmethod
    def read(cls, form: Mapping[str, Any]) -> "Choice":
        """From the parameters of an address; what is unreadable counts for nothing."""
        asked = {name: str(form.get(name) or "").strip()[:200] for name in ("words", *FACETS)}
        return cls(**asked, page=max(1, whole(form.get("page"), 1)))


@dataclass(frozen=True)
class Chosen:
    """The texts found, and how many of each kind, year… there are among those found by the rest of the choice."""

    rows: list[Row]
    facets: dict[str, dict[str, int]]
    page: int

    @property
    def batch(self) -> list[Row]:
        return self.rows[(self.page - 1) * SIZE : self.page * SIZE]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.rows) // SIZE))


def value(row: Row, facet: str) -> str:
    """What a text has under a facet; its year is that of its publication, else of its decision."""
    if facet != "year":
        return str(getattr(row, facet))
    day = row.published or row.decided
    return str(day.year) if day else ""


def chosen(rows: list[Row], choice: Choice) -> Chosen:
    """The rows that answer the choice."""
    worded = _worded(rows, choice.words)
    facets = {
        facet: dict(sorted(Counter(value(row, facet) for row in worded if _fits(row, choice, facet)).items()))
        for facet in FACETS
    }
    return Chosen([row for row in worded if _fits(row, choice)], facets, choice.page)


def _worded(rows: list[Row], words: str) -> list[Row]:
    asked = [word for word in "".join(c if c.isalnum() or c in "-" else " " for c in words).split() if word.strip("-")]
    if not asked:
        return rows
    query = " AND ".join(f'"{word}"' for word in asked)
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="regulation", regulation_text=query
    )
    known = {brain.UID for brain in found}
    return [row for row in rows if row.uid in known]


def _fits(row: Row, choice: Choice, without: str = "") -> bool:
    asked = ((facet, getattr(choice, facet)) for facet in FACETS if facet != without)
    return all(not wanted or value(row, facet) == wanted for facet, wanted in asked)
