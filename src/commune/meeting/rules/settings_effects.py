"""What a change of settings does to the items that exist, shown before it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from commune.core.rules.conditions import evaluate
from commune.meeting.rules.advisers import asked_opinions, optional_opinion
from commune.meeting.rules.bodies import Body, ObserverProfile

What = Literal[
    "asked", "no_longer_asked", "observer_gains", "observer_loses", "level_ahead", "level_changed", "term_retired",
    "word_changed", "value_left_out",
]  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """An item as it is now. ``chosen``: adviser row kept by hand per service; ``values``: those its polls hold."""

    uid: str
    state: str
    created: date
    data: Mapping[str, object]
    optional: tuple[str, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    values: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Effect:
    """One thing that happens to ``items`` (uids): which setting of the body (``name``) does it."""

    what: What
    name: str
    items: tuple[str, ...]


def effects(old: Body, new: Body, items: Iterable[Standing]) -> tuple[Effect, ...]:
    """Everything that the change does to the items, grouped, the most items first within a kind."""
    found: dict[tuple[What, str], list[str]] = {}
    for item in items:
        for what, name in (*_opinions(old, new, item), *_observers(old, new, item), *_words(old, new, item)):
            found.setdefault((what, name), []).append(item.uid)
    ordered = sorted(found.items(), key=lambda one: (one[0][0], -len(one[1]), one[0][1]))
    return tuple(Effect(what, name, tuple(uids)) for (what, name), uids in ordered)


def _opinions(old: Body, new: Body, item: Standing) -> Iterator[tuple[What, str]]:
    before, after = (_asked(body, item) for body in (old, new))
    yield from (("asked", service) for service in sorted(after - before))
    yield from (("no_longer_asked", service) for service in sorted(before - after))


def _asked(body: Body, item: Standing) -> set[str]:
    optional = [optional_opinion(body.opinions.rows, name) for name in item.optional]
    found = asked_opinions(body.opinions.rows, optional, item.data, item.created, item.chosen)
    return {one.service for one in found}


def _observers(old: Body, new: Body, item: Standing) -> Iterator[tuple[What, str]]:
    profiles = {one.id: one for one in (*old.access.observers, *new.access.observers)}
    for name in sorted(profiles):
        before, after = (_sees(body, name, item) for body in (old, new))
        if before != after:
            yield "observer_gains" if after else "observer_loses", name


def _sees(body: Body, name: str, item: Standing) -> bool:
    profile: ObserverProfile | None = next((one for one in body.access.observers if one.id == name), None)
    return profile is not None and item.state in profile.item_states and evaluate(profile.item_condition, item.data)


def _words(old: Body, new: Body, item: Standing) -> Iterator[tuple[What, str]]:
    known = {level.state: level for level in old.chain.enabled}
    at = new.chain.position(item.state)
    if at is not None:
        yield from (("level_ahead", one.state) for one in new.chain.enabled[at + 1 :] if one.state not in known)
        if item.state in known and known[item.state].functions != new.chain.enabled[at].functions:
            yield "level_changed", item.state
    for name, kind in (("categories", "category"), ("list_types", "list_type")):
        if item.data.get(kind) in _retired(new, name) - _retired(old, name):
            yield "term_retired", str(item.data[kind])
    if old.outcomes.get(item.state) != new.outcomes.get(item.state):
        yield "word_changed", item.state
    left_out = {value.value for value in old.votes.values} - {value.value for value in new.votes.values}
    yield from (("value_left_out", value) for value in sorted(item.values & left_out))


def _retired(body: Body, name: str) -> set[str]:
    return {term.id for term in getattr(body.agenda, name) if term.retired}
