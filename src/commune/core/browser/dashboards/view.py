"""The page of a dashboard: ``<folder>/@@dashboard/<name>?<parameters>``; without a name, the list of them."""

from functools import cached_property
from typing import Any

from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import queryMultiAdapter, queryUtility
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.browser.dashboards.batch import BatchAction
from commune.core.browser.dashboards.own_part import OwnPart
from commune.core.browser.dashboards.table import BoardTable, address
from commune.core.interfaces import IBatchAct
from commune.core.workflow.dashboards.board import Board, board, boards
from commune.core.workflow.dashboards.filters import SIZES, day, first
from commune.core.workflow.dashboards.listing import Listing

WINDOW = 2
PARTS = ("csv", "columns", "keep-search", "drop-search")


@implementer(IPublishTraverse)
class Dashboard(BrowserView):
    """Filters, saved searches, table and pages of one dashboard."""

    page = ViewPageTemplateFile("dashboard.pt")
    index_page = ViewPageTemplateFile("dashboards.pt")
    results = ViewPageTemplateFile("results.pt")
    name = part = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        # nobody is logged in yet while the address is being read: the dashboard is opened later
        if self.part:
            raise NotFound(name)
        if self.name:
            self.part = name
        else:
            self.name = name
        return self

    def __call__(self) -> Any:
        if not self.name:
            return self.index_page()
        if self.board is None:
            raise NotFound(self.name)
        part = self.part or first(self.request.form, "action")
        return self._part(part) if part else self.page()

    def _part(self, name: str) -> Any:
        """The answer of a batch action or of the export."""
        found = {**dict(self.actions), **{one: self._view(one) for one in PARTS}}.get(name)
        if found is None:
            raise NotFound(name)
        return found()

    def _view(self, name: str) -> Any:
        return queryMultiAdapter((self.board, self.request), name=name)

    @cached_property
    def board(self) -> Board | None:
        return board(self.context, self.name)

    def boards(self) -> list[Board]:
        return boards(self.context)

    @cached_property
    def listing(self) -> Listing:
        return Listing(self.board, dict(self.request.form), self.request)

    @cached_property
    def table(self) -> BoardTable:
        return BoardTable(self.listing, self.request, select=bool(self.actions))

    def rendered(self) -> str:
        return self.table.render_table(self.listing.page)

    @property
    def title(self) -> str:
        return str(translate(self.board.definition.title, context=self.request))

    @cached_property
    def actions(self) -> list[Any]:
        """The batch actions that the person may use here: pairs of name and form."""
        known = [name for name in self.board.definition.actions if queryUtility(IBatchAct, name) is not None]
        forms = [(name, BatchAction(self.board, self.request, name)) for name in known]
        return [(name, form) for name, form in forms if form.available()]

    def address(self, **changes: Any) -> str:
        return address(self.board.absolute_url(), self.listing.form, **changes)

    def export(self) -> str:
        return address(f"{self.board.absolute_url()}/csv", self.listing.form, start="", size="")

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(sorted({*SIZES, self.board.definition.size}))

    @cached_property
    def categories(self) -> list[tuple[str, list[Any]]]:
        """Saved searches under their headings, in the order of the definition."""
        found: dict[str, list[Any]] = {}
        for one in self.listing.searches():
            found.setdefault(one.category, []).append(one)
        return list(found.items())

    def filters(self) -> list[dict[str, Any]]:
        return [self._filter(one) for one in self.listing.filters()]

    @property
    def own(self) -> OwnPart:
        return OwnPart(self.listing)

    def _filter(self, one: Any) -> dict[str, Any]:
        if one.kind == "words":
            text = first(self.request.form, one.id)
            return {"spec": one, "text": text, "open": bool(text)}
        if one.kind != "dates":
            options = self.listing.options(one)
            return {"spec": one, "options": options, "open": any(option.chosen for option in options)}
        low, high = (first(self.request.form, f"{one.id}_{side}") for side in ("from", "until"))
        return {
            "spec": one,
            "from": low if day(low) else "",
            "until": high if day(high) else "",
            "open": bool(low or high),
        }

    @property
    def text(self) -> str:
        return first(self.request.form, "q")

    @property
    def narrowed(self) -> bool:
        """Whether anything but order and page is chosen."""
        return any(
            value
            for name, value in self.listing.form.items()
            if name not in ("sort", "reversed", "size", "start", "more", "columns")
        )

    def pages(self) -> list[dict[str, Any]]:
        """The numbered pages around the present one, the first and the last; ``None`` numbers stand for a gap."""
        listing = self.listing
        last = max((listing.total - 1) // listing.size, 0)
        here = listing.start // listing.size
        near = {0, last, *range(max(here - WINDOW, 0), min(here + WINDOW, last) + 1)}
        return [
            {"number": one + 1, "url": self.at(one), "here": one == here, "gap": one and one - 1 not in near}
            for one in sorted(near)
        ]

    def at(self, page: int) -> str:
        return self.address(start=str(page * self.listing.size) if page else "")

    def neighbour(self, step: int) -> str:
        """The address of the previous (-1) or next (1) page; empty when there is none."""
        page = self.listing.start // self.listing.size + step
        return self.at(page) if 0 <= page and page * self.listing.size < self.listing.total else ""
