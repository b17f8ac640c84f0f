"""The table of a dashboard: z3ctable's, with a caption, scopes and the state of the order."""

from html import escape
from typing import Any
from urllib.parse import urlencode

from collective.eeafaceted.z3ctable.browser.views import FacetedTableView
from collective.eeafaceted.z3ctable.interfaces import IFacetedColumn
from zope.component import getMultiAdapter
from zope.i18n import translate

from commune.core.content.dashboard import Column
from commune.core.workflow.dashboards.listing import Listing

SELECT = Column("select", "Select", kind="select")


class BoardTable(FacetedTableView):
    """The rows of one listing; ``select`` adds the boxes of the batch actions."""

    ignoreColumnWeight = True
    sortOn = None
    cssClassSortedOn = None
    cssClassEven = cssClassOdd = ""
    table_id = ""
    cssClasses = {"table": "table table-hover align-middle mb-0"}

    def __init__(self, listing: Listing, request: Any, select: bool = False) -> None:
        self.listing = listing
        self.select = select
        super().__init__(listing.board, request)

    def setUpColumns(self) -> list[Any]:
        specs = ((SELECT,) if self.select else ()) + self.listing.columns
        return [self._column(spec) for spec in specs]

    def _column(self, spec: Column) -> Any:
        column = getMultiAdapter((self.context, self.request, self), IFacetedColumn, name=spec.kind)
        column.spec = spec
        column.header = spec.title
        column.attrName = spec.attribute
        column.sort_index = spec.sort or -1
        return self.nameColumn(column, spec.id)

    def getBatchSize(self) -> int:
        return self.listing.size

    def renderTable(self) -> str:
        title = escape(translate(self.context.definition.title, context=self.request))
        table = super().renderTable()
        return table.replace("<thead", f'<caption class="visually-hidden">{title}</caption><thead', 1)

    def renderHeadCell(self, column: Any) -> str:
        if column.sort_index == -1:
            heading = column.renderHeadCell() if column.spec is SELECT else escape(self._heading(column))
            return f'\n      <th scope="col">{heading}</th>'
        return self._sortable(column)

    def _heading(self, column: Any) -> str:
        return str(translate(column.header, context=self.request))

    def _sortable(self, column: Any) -> str:
        current = self.query.get("sort_on") == column.sort_index
        order = self.query.get("sort_order", "ascending") if current else ""
        href = escape(self.address(sort=column.sort_index, reversed="on" if order == "ascending" else "", start=""))
        state = f' aria-sort="{order}"' if order else ""
        arrow = {"ascending": "▲", "descending": "▼"}.get(order, "")
        mark = f' <span aria-hidden="true">{arrow}</span>' if arrow else ""
        return f'\n      <th scope="col"{state}><a href="{href}">{escape(self._heading(column))}{mark}</a></th>'

    def renderRow(self, row: Any, cssClass: Any = None) -> str:
        cells = "".join(
            f'<th scope="row" class="fw-normal">{column.renderCell(item)}</th>'
            if column.spec.kind == "title"
            else f"<td>{column.renderCell(item)}</td>"
            for item, column, _colspan in row
        )
        return f"\n<tr>{cells}</tr>"

    def address(self, **changes: str) -> str:
        """The address of this list with some parameters changed, or left out when empty."""
        return address(self.context.absolute_url(), self.listing.form, **changes)


def address(url: str, form: dict[str, Any], **changes: str) -> str:
    """``url`` with the form's parameters, some changed (to the empty text: left out)."""
    kept = {name: value for name, value in {**form, **changes}.items() if value}
    return f"{url}?{urlencode(kept, doseq=True)}" if kept else url
