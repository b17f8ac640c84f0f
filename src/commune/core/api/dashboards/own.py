"""POST @dashboard-own: keep columns or a search of a dashboard, or forget a search."""

from typing import Any

from zExceptions import NotFound

from commune.core.api.act import Act
from commune.core.api.contract import NAMED, TEXT, TEXTS, body
from commune.core.workflow.dashboards.board import board
from commune.core.workflow.dashboards.listing import Listing
from commune.core.workflow.dashboards.own import drop_search, keep_columns, keep_search, own_searches


class PostOwn(Act):
    """Body: ``dashboard`` and one of ``columns`` (ids, in order), ``title`` with ``query`` (parameters of the list) and
    perhaps ``unit`` (uid of a service that sees it too), or ``drop`` (id of an own search). 200 with what is kept.
    """

    takes = body("dashboard", dashboard=TEXT, columns=TEXTS, title=TEXT, query=NAMED, unit=TEXT, drop=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        opened = board(self.context, wish["dashboard"])
        if opened is None:
            raise NotFound(wish["dashboard"])
        if "columns" in wish:
            keep_columns(opened, wish["columns"])
        if "drop" in wish:
            drop_search(opened, wish["drop"])
        if "title" in wish:
            form = Listing(opened, wish.get("query", {}), self.request).form
            keep_search(opened, wish["title"], form, wish.get("unit", ""))
        return {
            "columns": [one.id for one in Listing(opened, {}, self.request).columns],
            "own_searches": [vars(one) for one in own_searches(opened) if one.owner == opened.actor.userid],
        }
