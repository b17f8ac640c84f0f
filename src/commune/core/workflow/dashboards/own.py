"""What a person keeps of a dashboard: columns, searches; kept beside the site, by account."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from BTrees.OOBTree import OOBTree
from plone import api
from zope.annotation.interfaces import IAnnotations

from commune.core.content.refused import Refused
from commune.core.rules.own_searches import OwnSearch, against_keeping, seen
from commune.core.rules.refusals import Refusal
from commune.core.workflow.dashboards.board import Board

COLUMNS, SEARCHES = "commune.core.dashboard_columns", "commune.core.dashboard_searches"


def columns_of(board: Board) -> tuple[str, ...]:
    """The columns that the person chose for the dashboard, wherever it stands; none: the usual ones."""
    return tuple(_kept(COLUMNS).get((board.actor.userid, board.name), ()))


def keep_columns(board: Board, columns: Sequence[str]) -> None:
    """Keep the choice of columns, in their order; none of them: the usual ones again."""
    known = {column.id for column in board.definition.columns}
    wrong = [one for one in columns if one not in known]
    if wrong:
        raise Refused(*(Refusal("acts.choice", {"value": one}, "columns") for one in wrong))
    _tree(COLUMNS)[(board.actor.userid, board.name)] = tuple(dict.fromkeys(columns))


def own_searches(board: Board) -> list[OwnSearch]:
    """The searches that the person kept here, then those that his or her services share."""
    return seen(_kept(SEARCHES).values(), board.name, _place(board), board.actor.userid, board.reader.units())


def keep_search(board: Board, title: str, form: Mapping[str, Any], unit: str = "") -> OwnSearch:
    """Keep what is searched now under a title; raises ``Refused`` with every reason."""
    mine = [one for one in own_searches(board) if one.owner == board.actor.userid]
    refusals = against_keeping(title, unit, board.reader.units(), len(mine))
    if refusals:
        raise Refused(*refusals)
    query = urlencode({name: value for name, value in form.items() if value and name != "start"}, doseq=True)
    kept = OwnSearch(uuid.uuid4().hex, board.name, _place(board), title.strip(), query, board.actor.userid, unit)
    _tree(SEARCHES)[kept.id] = kept
    return kept


def drop_search(board: Board, search_id: str) -> None:
    """Forget a search that the person kept; raises ``Refused`` for those of others."""
    if search_id not in {one.id for one in own_searches(board) if one.owner == board.actor.userid}:
        raise Refused(Refusal("searches.not_yours"))
    del _tree(SEARCHES)[search_id]


def address(board: Board, search: OwnSearch) -> str:
    """Where a search opens."""
    return f"{board.absolute_url()}?{search.query}"


def _place(board: Board) -> str:
    return "/".join(board.folder.getPhysicalPath())


def _kept(key: str) -> Mapping[Any, Any]:
    found: Mapping[Any, Any] = IAnnotations(api.portal.get()).get(key) or {}
    return found


def _tree(key: str) -> Any:
    notes = IAnnotations(api.portal.get())
    if key not in notes:
        notes[key] = OOBTree()
    return notes[key]
