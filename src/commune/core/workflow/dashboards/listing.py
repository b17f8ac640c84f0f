"""What a dashboard shows for one address: rows, number of results, counts of filters and searches."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from eea.facetednavigation.interfaces import IFacetedCatalog
from plone.batching import Batch
from zope.component import getUtility
from zope.i18n import translate

from commune.core.content.annex import IAnnex
from commune.core.content.dashboard import Column, Filter
from commune.core.i18n import _
from commune.core.rules.annexes import FLAGS
from commune.core.rules.narrowing import ARRANGING, Query, narrow
from commune.core.rules.own_searches import columns_shown
from commune.core.rules.typed import whole
from commune.core.workflow.dashboards.board import Board
from commune.core.workflow.dashboards.criteria import BoardCriteria
from commune.core.workflow.dashboards.filters import FILE_FLAGS, chosen, first
from commune.core.workflow.dashboards.labels import Names, Titles
from commune.core.workflow.dashboards.own import columns_of

NAMES = ("search", "q", "sort", "reversed", "size", "start", "more", "columns")


@dataclass(frozen=True)
class Option:
    """A value that may be chosen in a filter, with the number of results it would leave (``None``: not counted)."""

    value: str
    title: str
    count: int | None
    chosen: bool


@dataclass(frozen=True)
class Counted:
    """A saved search; ``count`` is ``None`` when it shows no number."""

    id: str
    title: str
    category: str
    count: int | None
    chosen: bool


def file_flags(request: Any) -> list[tuple[str, str]]:
    """What files may be filtered by, with titles."""
    titles = {flag: IAnnex[flag].title for flag in FLAGS}
    return [(flag, str(translate(titles.get(flag, _("Has files")), context=request))) for flag in FILE_FLAGS]


class Listing:
    """The rows that the person may see, read from the catalog without waking a dossier.

    ``form``: the parameters of the address (search, q, filters, sort, reversed, size, start); others are left out.
    """

    def __init__(self, board: Board, form: Mapping[str, Any], request: Any) -> None:
        self.board = board
        self.form = {name: value for name, value in form.items() if name in self._names()}
        self.request = request
        self.widgets = {one.data.getId(): one for one in BoardCriteria(board).opened(request)}

    def _names(self) -> set[str]:
        """The parameters that belong to this dashboard."""
        filters = self.board.definition.filters
        sides = {f"{one.id}_{side}" for one in filters for side in ("from", "until")}
        return {*NAMES, *sides, *(one.id for one in filters)}

    def query(self, without: str = "") -> Query:
        """The whole catalog query; ``without`` leaves one filter out."""
        query = self.board.query()
        for name, widget in self.widgets.items():
            if name != without:
                query = narrow(query, widget.query(self.form))
        return query

    @cached_property
    def brains(self) -> Any:
        return self._found(self.query())

    @property
    def total(self) -> int:
        """Number of results, all pages."""
        return len(self.brains)

    @property
    def size(self) -> int:
        return int(self.widgets["size"].results_per_page(self.form))

    @property
    def start(self) -> int:
        """Place of the first row, from 0; beyond the end: the start of the last page."""
        start = max(0, whole(first(self.form, "start"), 0))
        return min(start, max(self.total - 1, 0)) // self.size * self.size

    @property
    def page(self) -> Batch:
        return Batch(self.brains, self.size, self.start)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns to show: those that the address names, else those that the person chose, else the usual ones."""
        known = {column.id: column for column in self.board.definition.columns}
        asked = [part for text in chosen(self.form, "columns") for part in text.split(",")]
        link = next((column.id for column in known.values() if column.kind == "title"), "")
        usual = [(column.id, not column.extra) for column in known.values()]
        return tuple(known[one] for one in columns_shown(usual, asked or columns_of(self.board), link))

    def filters(self) -> list[Filter]:
        """The filters to show: the usual ones, those in use, all of them when more are asked for."""
        more = bool(first(self.form, "more"))
        return [one for one in self.board.definition.filters if more or not one.more or self._used(one)]

    def _used(self, one: Filter) -> bool:
        return any(chosen(self.form, name) for name in (one.id, f"{one.id}_from", f"{one.id}_until"))

    def options(self, one: Filter) -> list[Option]:
        """Values of a choice that the list holds, each with its count, and those chosen."""
        widget = self.widgets[one.id]
        picked = chosen(self.form, one.id)
        if one.kind == "files":
            return [Option(flag, title, None, flag in picked) for flag, title in file_flags(self.request)]
        counts = self._counts(one, widget, picked)
        titles = self.titles(one)
        shown = titles.ordered(value for value in counts if counts[value] or value in picked)
        return [Option(value, titles(value), counts[value], value in picked) for value in shown]

    def _counts(self, one: Filter, widget: Any, picked: list[str]) -> dict[str, int]:
        query = self.query(without=one.id) if picked else {}
        brains = self._found({key: query[key] for key in query if key not in ARRANGING}) if picked else self.brains
        values = widget.catalog_vocabulary()
        counted = widget.count(brains, values) if len(brains) and values else {}
        found = {value: counted.get(value, 0) for value in values}
        return found | {value: found.get(value, 0) for value in picked}

    def titles(self, one: Any) -> Titles:
        """Titles of a column's or filter's values."""
        if one.kind == "user" or one.labels == "user":
            return Names(self.request)
        return Titles(one.labels, self.board.folder, self.request)

    def searches(self) -> list[Counted]:
        """The saved searches with their counters, each the length of the list it opens."""
        counts = self.widgets["search"].count(None)
        picked = first(self.form, "search")
        return [
            Counted(one.id, one.title, one.category, counts.get(one.id), one.id == picked)
            for one in self.board.searches()
        ]

    def _found(self, query: Query) -> Any:
        # effective and expiry dates of the CMS say nothing about dossiers
        return getUtility(IFacetedCatalog)(self.board.folder, **query, show_inactive=True)
