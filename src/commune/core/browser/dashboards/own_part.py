"""What a person keeps of a dashboard, as its page shows it."""

from typing import Any

from commune.core.workflow.dashboards.labels import Titles
from commune.core.workflow.dashboards.listing import Listing
from commune.core.workflow.dashboards.own import address, own_searches


class OwnPart:
    """Columns and searches of the person who reads the list."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.board = listing.board

    @property
    def fewer(self) -> bool:
        """Whether there are filters that are not shown."""
        return len(self.listing.filters()) < len(self.board.definition.filters)

    def columns(self) -> list[dict[str, Any]]:
        """Every column: those shown in their order, then the others."""
        shown = list(self.listing.columns)
        every = [*shown, *(one for one in self.board.definition.columns if one not in shown)]
        return [{"spec": one, "shown": one in shown, "place": place} for place, one in enumerate(every, 1)]

    def searches(self) -> list[dict[str, Any]]:
        """The searches that the person kept, and those shared with his or her services."""
        mine = self.board.actor.userid
        return [
            {"id": one.id, "title": one.title, "url": address(self.board, one), "own": one.owner == mine}
            for one in own_searches(self.board)
        ]

    def units(self) -> list[tuple[str, str]]:
        """The services with which the person may share a search."""
        titles = Titles("commune.core.units", self.board.folder, self.listing.request)
        return [(uid, titles(uid)) for uid in self.board.reader.units() if uid in titles.known]
