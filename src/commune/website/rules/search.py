"""Words of texts and queries, brought to one form so that a search finds what people mean."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from commune.core.rules import french
from commune.core.rules.addresses import edit_distance, fold
from commune.website.rules.languages import LANGUAGES

MANY_NUMBERS = 8
FEW_RESULTS = 3
_WHOLE = {"aujourd'hui": "aujourdhui", "quelqu'un": "quelquun", "presqu'ile": "presquile"}
_ELISION = re.compile(r"\b(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_WORD = re.compile(r"[^\W_]+")


SynonymSet = tuple[str, ...]


def words(text: str, language: str = "fr") -> tuple[str, ...]:
    """Folded words of a text without elisions and stop words, unstemmed: the exact form."""
    spelled = unicodedata.normalize("NFC", text).casefold().replace("\u2019", "'").replace("\u02bc", "'")
    rules = LANGUAGES[language]
    if rules.french:
        bare = _accentless(spelled)
        for whole, joined in _WHOLE.items():
            bare = bare.replace(whole, joined)
        spelled = _ELISION.sub("", bare)
    return tuple(word for word in _WORD.findall(fold(spelled)) if word not in rules.stop_words)


def stem(word: str, language: str = "fr") -> str:
    """Light stem of a folded word: plural and mute endings of French, other languages unchanged."""
    return french.stem(word) if LANGUAGES[language].french else word


def terms(text: str, language: str = "fr") -> tuple[str, ...]:
    """Stemmed words of a text, in order: the same chain for what is indexed and what is asked."""
    return tuple(stem(word, language) for word in words(text, language))


def index_terms(text: str, language: str = "fr") -> frozenset[str]:
    """Terms under which a text is found: its stems, and neighbouring numbers joined in every way."""
    found = terms(text, language)
    joined = {"".join(found[first:last]) for first, last in _runs(found) for first, last in _parts(first, last)}
    return frozenset(found) | joined


def query_terms(query: str, language: str = "fr") -> tuple[str, ...]:
    """Terms that a query asks for: its stems, neighbouring numbers joined into one."""
    found = terms(query, language)
    ends = dict(_runs(found))
    asked, place = [], 0
    while place < len(found):
        last = ends.get(place, place + 1)
        asked.append("".join(found[place:last]))
        place = last
    return tuple(dict.fromkeys(asked))


def alternatives(
    asked: Sequence[str], synonyms: Iterable[SynonymSet], language: str = "fr"
) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each part of a query, the sets of terms of which one must be there.

    A part is a term, or several neighbours that together are a synonym (``permis de bâtir``).
    """
    sets = [[terms(phrase, language) for phrase in one] for one in synonyms]
    found, place = [], 0
    while place < len(asked):
        length, others = _longest(tuple(asked[place:]), sets)
        own = frozenset(asked[place : place + length])
        found.append((own, *(frozenset(phrase) for phrase in others if frozenset(phrase) != own)))
        place += length
    return tuple(found)


def matches(index: Collection[str], wanted: Iterable[tuple[frozenset[str], ...]]) -> bool:
    """Whether every part of the query is in the index, by one of its alternatives; an empty query matches nothing."""
    parts = tuple(wanted)
    known = frozenset(index)
    return bool(parts) and all(any(choice <= known for choice in part) for part in parts)


def corrections(term: str, vocabulary: Iterable[str]) -> tuple[str, ...]:
    """Known terms one letter away (from five letters), two (from nine); to use when a query finds little."""
    most = 2 if len(term) >= 9 else 1 if len(term) >= 5 else 0
    if most == 0 or any(letter.isdigit() for letter in term):
        return ()
    near = [(edit_distance(term, known), known) for known in vocabulary if known != term]
    return tuple(known for distance, known in sorted(near) if distance <= most)


def find(
    query: str, titles: Mapping[str, str], synonyms: Iterable[SynonymSet] = (), language: str = "fr"
) -> tuple[str, ...]:
    """Keys of the titles that a query finds: exact words first; typing mistakes only when few are found."""
    index = {key: index_terms(title, language) for key, title in titles.items()}
    asked = query_terms(query, language)
    wanted = alternatives(asked, tuple(synonyms), language)
    found = [key for key, known in index.items() if matches(known, wanted)]
    exact = set(words(query, language))
    found.sort(key=lambda key: -len(exact & set(words(titles[key], language))))
    return tuple(found if len(found) >= FEW_RESULTS else [*found, *_mistyped(wanted, index, found)])


def _mistyped(
    wanted: tuple[tuple[frozenset[str], ...], ...], index: Mapping[str, frozenset[str]], found: Collection[str]
) -> list[str]:
    vocabulary = frozenset().union(*index.values())
    looser = [(*part, *_near(part[0], vocabulary)) for part in wanted]
    return [key for key, known in index.items() if key not in found and matches(known, looser)]


def _near(asked: frozenset[str], vocabulary: Collection[str]) -> list[frozenset[str]]:
    """Single terms close to a single asked term; a phrase is never corrected."""
    return [frozenset([near]) for term in asked if len(asked) == 1 for near in corrections(term, vocabulary)]


def _longest(asked: tuple[str, ...], sets: list[list[tuple[str, ...]]]) -> tuple[int, list[tuple[str, ...]]]:
    length = 1
    others: list[tuple[str, ...]] = []
    for phrases in sets:
        for phrase in phrases:
            if phrase and asked[: len(phrase)] == phrase and (len(phrase) > length or not others):
                length, others = len(phrase), phrases
    return length, others


def _runs(found: Sequence[str]) -> list[tuple[int, int]]:
    runs, first = [], None
    for place, word in enumerate([*found, ""]):
        if word.isdigit() and first is None:
            first = place
        elif not word.isdigit() and first is not None:
            runs += [(first, place)]
            first = None
    return runs


def _parts(first: int, last: int) -> list[tuple[int, int]]:
    return [(a, b) for a in range(first, last) for b in range(a + 2, min(last, a + MANY_NUMBERS) + 1)]


def _accentless(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
