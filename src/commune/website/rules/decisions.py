"""Searching what the bodies put on their agendas and decided: words, day, year, category, representative, body."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from commune.website.rules.search import SynonymSet, alternatives, index_terms, matches, query_terms

FACETS = ("body", "year", "category", "in_charge", "outcome")
LONGEST = 200


@dataclass(frozen=True)
class Decision:
    """A public item as the search knows it. ``terms``: those of its title and its text, as they are published."""

    uid: str
    meeting: str
    number: str
    title: str
    day: date
    body: str
    body_title: str
    stage: str
    category: str = ""
    in_charge: tuple[str, ...] = ()
    outcome: str = ""
    begins: str = ""
    terms: frozenset[str] = frozenset()

    def values(self, facet: str) -> tuple[str, ...]:
        """What it has under a facet."""
        if facet == "year":
            return (str(self.day.year),)
        if facet == "in_charge":
            return self.in_charge
        return (str(getattr(self, facet)),)


@dataclass(frozen=True)
class Question:
    """What is asked; both days are included, everything empty asks for all."""

    words: str = ""
    start: date | None = None
    end: date | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The question as the parameters of an address, always in the same order."""
        days = (("start", self.start), ("end", self.end))
        said = [("words", self.words), *((name, day.isoformat() if day else "") for name, day in days)]
        said += [(facet, self.chosen.get(facet, "")) for facet in FACETS]
        return tuple((name, value) for name, value in said if value)


def read_question(form: Mapping[str, object]) -> Question:
    """The question of an address; what is unreadable counts for nothing."""
    said = {name: str(form.get(name) or "").strip()[:LONGEST] for name in ("words", "start", "end", *FACETS)}
    chosen = {facet: said[facet] for facet in FACETS if said[facet]}
    return Question(said["words"], _day(said["start"]), _day(said["end"]), chosen)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True)
class Found:
    """The decisions found, the latest first. ``facets``: how many of each value the rest of the question finds."""

    rows: tuple[Decision, ...]
    facets: Mapping[str, Mapping[str, int]]


def terms_of(title: str, text: str, language: str) -> frozenset[str]:
    """The terms under which an item is found."""
    return index_terms(f"{title} {text}", language)


def search(
    decisions: Iterable[Decision], question: Question, language: str, synonyms: Iterable[SynonymSet] = ()
) -> Found:
    """The decisions that answer the question."""
    asked = query_terms(question.words, language)
    wanted = alternatives(asked, tuple(synonyms), language)
    rows = [one for one in decisions if _in_time(one, question) and (not asked or matches(one.terms, wanted))]
    facets = {facet: _counts([one for one in rows if _fits(one, question, facet)], facet) for facet in FACETS}
    fitting = [one for one in rows if _fits(one, question)]
    fitting.sort(key=_place)
    return Found(tuple(fitting), facets)


def _counts(rows: Iterable[Decision], facet: str) -> dict[str, int]:
    return dict(sorted(Counter(value for one in rows for value in one.values(facet) if value).items()))


def _in_time(one: Decision, question: Question) -> bool:
    return (question.start or one.day) <= one.day <= (question.end or one.day)


def _fits(one: Decision, question: Question, without: str = "") -> bool:
    return all(value in one.values(facet) for facet, value in question.chosen.items() if facet != without)


def _place(one: Decision) -> tuple[int, str, tuple[int, ...]]:
    return -one.day.toordinal(), one.meeting, tuple(int(part) for part in one.number.split(".") if part.isdigit())
