"""An opened dashboard: who may open which, over which folder."""

from typing import Any

from collective.eeafaceted.batchactions.interfaces import IBatchActionsMarker
from eea.facetednavigation.interfaces import IFacetedNavigable
from plone import api
from zope.component import getUtilitiesFor, queryUtility
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.content.dashboard import Dashboard, Search
from commune.core.interfaces import IDashboard, IDashboardDefinition
from commune.core.rules.dashboard_tokens import Reader, resolve
from commune.core.rules.narrowing import Query, narrow
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.marks import personal


@implementer(IDashboard, IFacetedNavigable, IBatchActionsMarker)
class Board:
    """One definition over one folder, for the person of this request; never stored."""

    def __init__(self, folder: Any, name: str, definition: Dashboard, actor: Actor) -> None:
        self.folder = self.__parent__ = folder
        self.name = self.__name__ = name
        self.definition = definition
        self.actor = actor
        self.reader = reader(actor)

    def absolute_url(self) -> str:
        return f"{self.folder.absolute_url()}/@@dashboard/{self.name}"

    def query(self) -> Query:
        """What the dashboard lists before anything is chosen: its own query, below its folder."""
        query = personal(resolve(self.definition.query, self.reader), self.actor.userid, self.definition.sealed)
        if self.folder != api.portal.get():
            query["path"] = "/".join(self.folder.getPhysicalPath())
        return query

    def searches(self) -> list[Search]:
        """The saved searches that the reader sees, in their order."""
        return [one for one in self.definition.searches if _sees(self.actor, self.reader, one.functions)]

    def searched(self, search: Search) -> Query:
        """The dashboard's query narrowed by a saved search."""
        return narrow(self.query(), self.asked(search))

    def asked(self, search: Search) -> Query:
        """What a saved search asks for, in the name of the reader."""
        return personal(resolve(search.query, self.reader), self.actor.userid, self.definition.sealed)


def reader(actor: Actor) -> Reader:
    """The person as the words of searches need him or her."""
    return Reader(actor.userid, actor.groups, today())


def boards(folder: Any, actor: Actor | None = None) -> list[Board]:
    """Every dashboard that the person may open on the folder, by name."""
    actor = actor or current_actor()
    found = sorted(getUtilitiesFor(IDashboardDefinition))
    return [Board(folder, name, one, actor) for name, one in found if _offered(folder, one, actor)]


def board(folder: Any, name: str, actor: Actor | None = None) -> Board | None:
    """The dashboard of that name on the folder, or ``None`` when there is none that the person may open."""
    actor = actor or current_actor()
    definition = queryUtility(IDashboardDefinition, name)
    if definition is None or not _offered(folder, definition, actor):
        return None
    return Board(folder, name, definition, actor)


def _offered(folder: Any, definition: Dashboard, actor: Actor) -> bool:
    if definition.offered is not None and not definition.offered(folder):
        return False
    return _sees(actor, reader(actor), definition.functions)


def _sees(actor: Actor, person: Reader, functions: tuple[str, ...]) -> bool:
    return not functions or actor.administrator or person.holds(functions)
