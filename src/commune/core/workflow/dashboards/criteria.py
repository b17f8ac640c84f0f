"""The criteria of a dashboard, made from its definition instead of being stored in a folder."""

from typing import Any

from eea.facetednavigation.criteria.handler import Criteria
from eea.facetednavigation.criteria.interfaces import ICriteria
from eea.facetednavigation.widgets.storage import Criterion
from zope.component import adapter
from zope.interface import implementer

from commune.core.content.dashboard import Filter
from commune.core.interfaces import IDashboard
from commune.core.workflow.dashboards.filters import (
    ChoiceFilter,
    DaysFilter,
    FilesFilter,
    PageSize,
    Sorting,
    WordsFilter,
)
from commune.core.workflow.dashboards.searches import SearchWidget

WIDGETS = {
    one.widget_type: one
    for one in (ChoiceFilter, DaysFilter, FilesFilter, PageSize, SearchWidget, Sorting, WordsFilter)
}
KINDS = {"choice": ChoiceFilter, "dates": DaysFilter, "files": FilesFilter, "words": WordsFilter}


@implementer(ICriteria)
@adapter(IDashboard)
class BoardCriteria(Criteria):
    """Search, words, filters, order and page size, under the names that the address keeps."""

    def _criteria(self) -> list[Criterion]:
        definition = self.context.definition
        return [
            _criterion("search", SearchWidget),
            _criterion("q", WordsFilter, definition.text),
            *(_filter(one) for one in definition.filters),
            _criterion("sort", Sorting),
            _criterion("size", PageSize),
        ]

    def widget(self, wid: str = "", cid: str = "") -> Any:
        return WIDGETS[wid or self.get(cid).widget]

    def opened(self, request: Any) -> list[Any]:
        """The widgets, ready to read a form."""
        return [self.widget(one.widget)(self.context, request, one) for one in self.values()]


def _criterion(name: str, widget: Any, index: str = "", **more: str) -> Criterion:
    return Criterion(_cid_=name, widget=widget.widget_type, index=index, operator="or", **more)


def _filter(one: Filter) -> Criterion:
    return _criterion(one.id, KINDS[one.kind], one.index_name, catalog="portal_catalog")
