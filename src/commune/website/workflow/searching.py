"""The search of the site: the words of a question, the contents that hold them, counts that tell the truth."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from plone import api

from commune.website.content.indexers import ANY_LANGUAGE
from commune.website.content.kinds import ORDER
from commune.website.rules.languages import LANGUAGES
from commune.website.rules.search import FEW_RESULTS, alternatives, corrections, query_terms, stem, words

RECORD = "commune.website.synonyms"
MOST = 500
MOST_SUGGESTIONS = 8
LEAST_LETTERS = 2
WEIGHTS = {"procedure": 1.5, "page": 1.2, "service": 1.2}
SERVICE = "service"


@dataclass(frozen=True)
class Found:
    """Rows (brains) of the kind asked, counts of every kind, and the terms tried when the question found little."""

    rows: tuple[Any, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    corrected: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def search(question: str, language: str, kind: str = "") -> Found:
    """What the visitor may see that answers the question, the best first."""
    language = language if language in LANGUAGES else "fr"
    asked = query_terms(question, language)
    if not asked:
        return Found()
    rows = _rows(_expression(asked, language), language)
    corrected: tuple[str, ...] = ()
    if len(rows) < FEW_RESULTS:
        looser = _corrected(asked)
        more = _rows(_expression(looser, language), language) if looser != asked else []
        known = {row.getPath() for row in rows}
        added = [row for row in more if row.getPath() not in known]
        rows, corrected = [*rows, *added], looser if added else ()
    counts = Counter(row.site_kind for row in rows)
    shown = tuple(row for row in rows if not kind or row.site_kind == kind)
    return Found(shown, {one: counts[one] for one in ORDER if counts[one]}, corrected)


def suggest(typed: str, language: str) -> list[Any]:
    """At most eight contents whose title goes on as typed; none before two letters."""
    language = language if language in LANGUAGES else "fr"
    found = words(typed, language)
    if len("".join(found)) < LEAST_LETTERS:
        return []
    whole = [f'"{stem(word, language)}"' for word in found[:-1]]
    last = dict.fromkeys((found[-1], stem(found[-1], language)))
    begun = " OR ".join(f"{word}*" for word in last if len(word) >= LEAST_LETTERS) or f'"{found[-1]}"'
    return _rows(" AND ".join([*whole, f"({begun})"]), language, "site_title")[:MOST_SUGGESTIONS]


def synonyms() -> list[tuple[str, ...]]:
    """The sets of words that mean the same."""
    lines = api.portal.get_registry_record(RECORD, default=()) or ()
    return [tuple(word.strip() for word in line.split("=") if word.strip()) for line in lines]


def _expression(asked: Sequence[str], language: str) -> str:
    parts = alternatives(asked, synonyms(), language)
    return " AND ".join(_either([_either(sorted(choice), " AND ", '"{}"') for choice in part]) for part in parts)


def _either(terms: Sequence[str], by: str = " OR ", form: str = "{}") -> str:
    """Terms in brackets; quoted ones are never taken for operators."""
    return f"({by.join(form.format(term) for term in terms)})"


def _rows(expression: str, language: str, index: str = "site_text") -> list[Any]:
    """Services are public although their folder is not; everything else is what the visitor may see."""
    catalog = api.portal.get_tool("portal_catalog")
    kinds = [kind for kind in ORDER if kind != SERVICE]
    read_in = [language, ANY_LANGUAGE]
    rows = [*catalog({index: expression}, site_kind=kinds, read_in=read_in, sort_limit=MOST)]
    rows += catalog.unrestrictedSearchResults({index: expression}, site_kind=SERVICE, sort_limit=MOST)
    rows.sort(key=lambda row: (-_score(row), row.Title))
    return rows[:MOST]


def _score(row: Any) -> float:
    return float(row.data_record_score_ or 0) * WEIGHTS.get(row.site_kind, 1)


def _corrected(asked: Sequence[str]) -> tuple[str, ...]:
    """The question with each unknown term replaced by the nearest one that the site knows."""
    lexicon = api.portal.get_tool("portal_catalog").site_lexicon
    known = set(lexicon.words())
    return tuple(next(iter(corrections(term, known)), term) if term not in known else term for term in asked)
