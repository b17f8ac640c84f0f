"""Where a new item belongs on the agenda: its insertion key, from the body's ordered rules."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

WORDS_OF_DECISION = 5
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class InsertionRule:
    """One rule of the body: ``kind`` is a key of :data:`KINDS` or ``"custom:<name>"``; ``reverse`` inverts it."""

    kind: str
    reverse: bool = False


@dataclass(frozen=True)
class InsertionFacts:
    """What the rules look at on one item; ``custom`` holds the values of the body's own expressions."""

    list_type: str = "normal"
    category: str = ""
    classifier: str = ""
    service: str = ""
    associated_services: tuple[str, ...] = ()
    in_charge: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    privacy: str = "public"
    to_discuss: bool = False
    send_to: tuple[str, ...] = ()
    poll_type: str = ""
    title: str = ""
    decision: str = ""
    creator_name: str = ""
    custom: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True)
class RankLists:
    """Ordered identifiers per list. Retired terms stay in their place, so that old items keep their rank.

    ``unordered_list_types`` take no part in the ordering: they rank 0, like the first type.
    """

    list_types: tuple[str, ...] = ("normal", "late")
    categories: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    in_charge: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    privacies: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    poll_types: tuple[str, ...] = ()
    unordered_list_types: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rank:
    """One part of a key: numbers first, then text; ``reverse`` turns the comparison round."""

    numbers: tuple[int, ...] = ()
    text: str = ""
    reverse: bool = False

    def __lt__(self, other: "Rank") -> bool:
        ours, theirs = (self.numbers, self.text), (other.numbers, other.text)
        return theirs < ours if self.reverse else ours < theirs


Key = tuple[Rank, ...]


def insertion_key(rules: tuple[InsertionRule, ...], facts: InsertionFacts, lists: RankLists) -> Key:
    """The ranks of an item in the order of the body's rules (at end: a rank that equals all others).

    Raises ``KeyError`` for a rule of an unknown kind: the body's configuration refuses those.
    """
    return tuple(_reversed(_rank(rule.kind, facts, lists), rule.reverse) for rule in rules)


def _reversed(rank: Rank, reverse: bool) -> Rank:
    return Rank(rank.numbers, rank.text, reverse)


def _rank(kind: str, facts: InsertionFacts, lists: RankLists) -> Rank:
    if kind.startswith("custom:"):
        value = facts.custom.get(kind.removeprefix("custom:"), 0)
        return Rank((value,)) if isinstance(value, int) else Rank(text=folded(value))
    return KINDS[kind](facts, lists)


def place(value: str, ordered: tuple[str, ...]) -> int:
    """The rank of a term in its list, from 0; a term that the list never held comes after all others."""
    return ordered.index(value) if value in ordered else len(ordered)


def folded(text: str) -> str:
    """Text as it sorts: without marks, accents and case, spaces made one."""
    plain = unicodedata.normalize("NFKD", _TAG.sub(" ", text))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def _list_type(facts: InsertionFacts, lists: RankLists) -> Rank:
    if facts.list_type in lists.unordered_list_types:
        return Rank((0,))
    return Rank((place(facts.list_type, lists.list_types),))


def _set(values: tuple[str, ...], ordered: tuple[str, ...]) -> Rank:
    return Rank(tuple(sorted({place(value, ordered) for value in values})))


def _best(values: tuple[str, ...], ordered: tuple[str, ...]) -> Rank:
    return Rank((min((place(value, ordered) for value in values), default=len(ordered)),))


KINDS: Mapping[str, Callable[[InsertionFacts, RankLists], Rank]] = {
    "at_end": lambda facts, lists: Rank(),
    "list_type": _list_type,
    "category": lambda facts, lists: Rank((place(facts.category, lists.categories),)),
    "classifier": lambda facts, lists: Rank((place(facts.classifier, lists.classifiers),)),
    "service": lambda facts, lists: Rank((place(facts.service, lists.services),)),
    "service_or_associated": lambda facts, lists: _best((facts.service, *facts.associated_services), lists.services),
    "in_charge": lambda facts, lists: _set(facts.in_charge, lists.in_charge),
    "associated_services": lambda facts, lists: _set(facts.associated_services, lists.services),
    "committees": lambda facts, lists: _set(facts.committees, lists.committees),
    "privacy": lambda facts, lists: Rank((place(facts.privacy, lists.privacies),)),
    "to_discuss": lambda facts, lists: Rank((0 if facts.to_discuss else 1,)),
    "send_to": lambda facts, lists: _best(facts.send_to, lists.bodies),
    "poll_type": lambda facts, lists: Rank((place(facts.poll_type, lists.poll_types),)),
    "title": lambda facts, lists: Rank(text=folded(facts.title)),
    "decision": lambda facts, lists: Rank(text=" ".join(folded(facts.decision).split()[:WORDS_OF_DECISION])),
    "creator": lambda facts, lists: Rank(text=folded(facts.creator_name)),
}
