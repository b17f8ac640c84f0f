"""The search of decisions: a page whose address says all, the same as a feed, the same as data."""

import json
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from commune.website.browser.parts.paging import Paging, page_number
from commune.website.browser.reading import Reading
from commune.website.i18n import _
from commune.website.rules.decisions import FACETS, Decision, Found, Question, read_question
from commune.website.workflow.decisions import decisions, find_decisions
from commune.website.workflow.meeting_words import OUTCOMES, STAGES

SIZE = 20
FEED = 50
TITLES = {
    "body": _("Body"),
    "year": _("Year"),
    "category": _("Category"),
    "in_charge": _("In charge"),
    "outcome": _("Outcome"),
}


class Decisions(Reading):
    """``words``, ``start``, ``end``, ``body``, ``year``, ``category``, ``in_charge``, ``outcome``, ``page``."""

    page_title = _("Search the decisions")

    @cached_property
    def question(self) -> Question:
        return read_question(self.request.form)

    @cached_property
    def found(self) -> Found:
        return find_decisions(self.context, self.question)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@decisions"

    @property
    def asked(self) -> str:
        """The question as the end of an address."""
        return f"?{urlencode(self.question.parameters)}" if self.question.parameters else ""

    @property
    def feed(self) -> str:
        return f"{self.url}.atom{self.asked}"

    @property
    def data(self) -> str:
        return f"{self.url}.json{self.asked}"

    @cached_property
    def paging(self) -> Paging:
        page = page_number(self.request.form.get("page"))
        return Paging(self.url, len(self.found.rows), page, SIZE, self.question.parameters)

    @cached_property
    def rows(self) -> tuple[Decision, ...]:
        return self.found.rows[self.paging.start : self.paging.start + SIZE]

    @property
    def facets(self) -> list[dict[str, Any]]:
        """The lists to choose from, with how many there are of each value."""
        return [
            {"id": facet, "title": TITLES[facet], "chosen": self.question.chosen.get(facet, ""),
             "choices": [(value, f"{self.named(facet, value)} ({count})") for value, count in self._counts(facet)]}
            for facet in FACETS
        ]  # fmt: skip

    def _counts(self, facet: str) -> list[tuple[str, int]]:
        counts = list(self.found.facets[facet].items())
        return counts[::-1] if facet == "year" else counts

    @cached_property
    def bodies(self) -> dict[str, str]:
        return {row.body: row.body_title for row in decisions(self.context)}

    def named(self, facet: str, value: str) -> str:
        if facet == "outcome":
            return self.say(OUTCOMES.get(value, value))
        return self.bodies.get(value, value) if facet == "body" else value

    def stage(self, row: Decision) -> Any:
        return OUTCOMES.get(row.outcome) or STAGES.get(row.stage, row.stage)

    def item_url(self, row: Decision) -> str:
        return f"{self.context.absolute_url()}/{row.meeting}/@@item/{row.uid}"


class DecisionsFeed(Decisions):
    """The latest that answer the question, as Atom: a subject, a street, a word to follow."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "application/atom+xml; charset=utf-8")
        return str(self.index())

    @property
    def latest(self) -> tuple[Decision, ...]:
        return self.found.rows[:FEED]

    @property
    def updated(self) -> str:
        day = max((row.day for row in self.latest), default=self.context.modified().asdatetime())
        return f"{day:%Y-%m-%d}T00:00:00Z"


class DecisionsData(Decisions):
    """The page of results as JSON, with the counts of each list."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        items = [
            {"@id": self.item_url(row), "title": row.title, "number": row.number, "day": row.day.isoformat(),
             "body": row.body, "category": row.category, "in_charge": list(row.in_charge), "outcome": row.outcome,
             "begins": row.begins}
            for row in self.rows
        ]  # fmt: skip
        whole = {"@id": self.data, "items_total": len(self.found.rows), "page": self.paging.page, "items": items,
                 "facets": {name: dict(counts) for name, counts in self.found.facets.items()}}  # fmt: skip
        return json.dumps(whole, ensure_ascii=False)
