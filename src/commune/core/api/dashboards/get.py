"""GET @dashboard: the lists that one may open; GET @dashboard/<name>?…: the rows, filters and searches of one."""

from typing import Any
from urllib.parse import urlencode

from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.content.dashboard import Column, Filter
from commune.core.rules.own_searches import OwnSearch
from commune.core.workflow.dashboards.board import board, boards
from commune.core.workflow.dashboards.cells import TITLED, plain
from commune.core.workflow.dashboards.labels import Titles
from commune.core.workflow.dashboards.listing import Listing
from commune.core.workflow.dashboards.own import own_searches


@implementer(IPublishTraverse)
class GetDashboard(Service):
    """Takes the same parameters as the page; shows the same rows, counts and counters."""

    parts = ("{name}",)
    name = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.name:
            raise NotFound(name)
        self.name = name
        return self

    def reply(self) -> dict[str, Any]:
        return self._one() if self.name else self._all()

    def _all(self) -> dict[str, Any]:
        items = [{"@id": self._url(one.name), "title": self._say(one.definition.title)} for one in boards(self.context)]
        return {"@id": self._url(), "items": items}

    def _one(self) -> dict[str, Any]:
        opened = board(self.context, self.name)
        if opened is None:
            raise NotFound(self.name)
        listing = Listing(opened, dict(self.request.form), self.request)
        definition = opened.definition
        titles = {one.id: listing.titles(one) for one in listing.columns if one.kind in TITLED}
        return {
            "@id": self._url(self.name),
            "title": self._say(definition.title),
            "columns": [{"id": one.id, "title": self._say(one.title), "sort": one.sort} for one in listing.columns],
            "more_columns": [one.id for one in definition.columns if one not in listing.columns],
            "own_searches": [self._own(opened, one) for one in own_searches(opened)],
            "items": [self._row(brain, listing.columns, titles) for brain in listing.page],
            "items_total": listing.total,
            "filters": [self._filter(one, listing) for one in listing.filters()],
            "searches": self._searches(listing),
            "batching": self._batching(listing),
        }

    def _row(self, brain: Any, columns: tuple[Column, ...], titles: dict[str, Titles]) -> dict[str, Any]:
        cells = {one.id: self._cell(one, brain, titles) for one in columns}
        return {"@id": brain.getURL(), "uid": brain.UID, "reference": brain.dossier_reference or "", "cells": cells}

    def _cell(self, column: Column, brain: Any, titles: dict[str, Titles]) -> Any:
        if column.kind == "title":
            return brain.Title
        found = plain(column, brain)
        if column.id not in titles or found is None:
            return found
        title = titles[column.id]
        many = [{"value": one, "title": title(one)} for one in (found if isinstance(found, list) else [found])]
        return many if isinstance(found, list) else many[0]

    def _filter(self, one: Filter, listing: Listing) -> dict[str, Any]:
        described: dict[str, Any] = {"id": one.id, "title": self._say(one.title), "kind": one.kind}
        if one.kind in ("choice", "files"):
            options = listing.options(one)
            described["options"] = [vars(option) for option in options]
        return described

    def _own(self, opened: Any, one: OwnSearch) -> dict[str, Any]:
        shared = one.unit if one.owner == opened.actor.userid else ""
        own = one.owner == opened.actor.userid
        return {"id": one.id, "title": one.title, "query": one.query, "own": own, "shared_with": shared}

    def _searches(self, listing: Listing) -> list[dict[str, Any]]:
        return [
            vars(one) | {"title": self._say(one.title), "category": self._say(one.category)}
            for one in listing.searches()
        ]

    def _batching(self, listing: Listing) -> dict[str, str]:
        starts = {"prev": listing.start - listing.size, "next": listing.start + listing.size}
        kept = {name: value for name, value in listing.form.items() if name != "start"}
        return {
            word: f"{self._url(self.name)}?{urlencode({**kept, 'start': start}, doseq=True)}"
            for word, start in starts.items()
            if 0 <= start < listing.total
        }

    def _say(self, message: str) -> str:
        return str(translate(message, context=self.request)) if message else ""

    def _url(self, name: str = "") -> str:
        return f"{self.context.absolute_url()}/@dashboard{'/' + name if name else ''}"
