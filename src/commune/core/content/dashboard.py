"""A dashboard as data: what it lists, shows, filters and counts. A module declares one and registers it by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from zope.interface import implementer

from commune.core.interfaces import IDashboardDefinition
from commune.core.rules.machine import Machine

Labels = Mapping[str, str] | str
"""Titles (messages) by value, or the name of a vocabulary."""


@dataclass(frozen=True)
class Column:
    """One column, read from catalog metadata only.

    ``kind`` names the table column that renders it: title, text, choice, state, user, date, datetime,
    deadline, flag, or one that a module registers for ``IDashboard``. ``attr`` is the metadata
    attribute (``id`` when empty), ``sort`` the index it sorts on (empty: not sortable). ``soon`` is the
    number of days before a deadline from which it is shown as near (inclusive). An ``extra`` column is shown to
    those who choose it.
    """

    id: str
    title: str
    kind: str = "text"
    attr: str = ""
    sort: str = ""
    labels: Labels = field(default_factory=dict)
    soon: int = 5
    extra: bool = False

    @property
    def attribute(self) -> str:
        return self.attr or self.id


@dataclass(frozen=True)
class Filter:
    """One filter of the form. ``kind``: choice (several values, with counts), dates (from, until, inclusive),
    words (of a text index) or files (flags of the files that the dossier carries). One with ``more`` is shown, and
    counted, when more filters are asked for or when it is used.

    ``index`` is the catalog index (``id`` when empty). A choice without labels offers the values of the index.
    """

    id: str
    title: str
    kind: str = "choice"
    index: str = ""
    labels: Labels = field(default_factory=dict)
    more: bool = False

    @property
    def index_name(self) -> str:
        return self.index or self.id


@dataclass(frozen=True)
class Search:
    """A saved search: a catalog query that narrows the dashboard's own.

    Values may be tokens of ``rules.dashboard_tokens`` ("$me", "$units", "$units:editor", "$today+7").
    ``functions``: who sees it (holders of one of them in any service; empty: whoever sees the dashboard).
    ``counter`` shows the number of results. ``category`` is the heading it stands under.
    """

    id: str
    title: str
    query: Mapping[str, Any]
    counter: bool = True
    functions: tuple[str, ...] = ()
    category: str = ""
    sort: str = ""
    descending: bool = False


@implementer(IDashboardDefinition)
@dataclass(frozen=True, eq=False)
class Dashboard:
    """What a page of dossiers is made of.

    ``query``: the catalog query that nothing widens. ``actions``: names of batch actions
    (``IBatchAct``). ``functions``: who may open it, as in ``Search``. ``sealed``: indexes whose values are sealed, so
    that nobody else asks for them. ``offered``: a further condition, called with the folder, for a dashboard that
    belongs on some folders only.
    """

    title: str
    query: Mapping[str, Any]
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    searches: tuple[Search, ...] = ()
    text: str = "SearchableText"
    sort: str = "modified"
    descending: bool = True
    size: int = 20
    actions: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    offered: Callable[[Any], bool] | None = None

    @property
    def sort_indexes(self) -> frozenset[str]:
        """Indexes that a reader may sort on."""
        return frozenset(column.sort for column in self.columns if column.sort) | {self.sort}

    def filter(self, filter_id: str) -> Filter:
        """The filter of that id; raises ``KeyError`` when there is none."""
        return {one.id: one for one in self.filters}[filter_id]

    def search(self, search_id: str) -> Search | None:
        return next((search for search in self.searches if search.id == search_id), None)


def state_titles(*machines: Machine) -> dict[str, str]:
    """Labels of the states of one or more machines, in their order."""
    return {state.id: state.title for machine in machines for state in machine.states}
