"""The preparation chain of an item inside its service: levels, shortcuts, ways back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals

VALIDATED = "validated"
VALIDATE = "validate"


@dataclass(frozen=True)
class Level:
    """One stage of the chain. ``forward`` and ``backward`` are the transitions that lead *to* it.

    ``function`` and ``extra_functions``: who acts there. ``waits``: opinions may be waited for from here.
    ``after_presentation``: a manager may send a presented item back here.
    """

    state: str
    title: str
    function: str
    forward: str = ""
    forward_title: str = ""
    backward: str = ""
    backward_title: str = ""
    extra_functions: tuple[str, ...] = ()
    enabled: bool = True
    waits: bool = False
    after_presentation: bool = False

    @property
    def functions(self) -> frozenset[str]:
        """The functions whose holders act at this level."""
        return frozenset((self.function, *self.extra_functions))


@dataclass(frozen=True)
class ChainOptions:
    """``shortcuts``: jump forward; ``shortcut_to_validated``: also up to validated; ``back_to_any``: earlier
    levels beyond the previous one; ``take_back``: the last level may take a validated item back;
    ``waiting_to_validated``: from waiting for opinions straight to validated."""

    shortcuts: bool = False
    shortcut_to_validated: bool = False
    back_to_any: bool = False
    take_back: bool = False
    waiting_to_validated: bool = False


@dataclass(frozen=True)
class Chain:
    """The ordered levels of a body and how one moves between them."""

    levels: tuple[Level, ...] = ()
    options: ChainOptions = ChainOptions()

    @property
    def enabled(self) -> tuple[Level, ...]:
        """The levels in use."""
        return tuple(level for level in self.levels if level.enabled)

    @property
    def initial(self) -> str:
        """Where items are born: the first level, or validated when there is none."""
        return self.enabled[0].state if self.enabled else VALIDATED

    def position(self, state: str) -> int | None:
        """The rank of a level in use, from 0; ``None`` for any other state."""
        return next((i for i, level in enumerate(self.enabled) if level.state == state), None)


@dataclass(frozen=True)
class Actor:
    """Who asks: functions held *in the managing service of the item*, and the roles over the body."""

    functions: frozenset[str] = frozenset()
    manager: bool = False
    admin: bool = False

    @property
    def over_body(self) -> bool:
        """Manager of the body or administrator of the site."""
        return self.manager or self.admin

    def acts_at(self, level: Level) -> bool:
        """Whether the actor is in a group of the level, or above all levels."""
        return self.over_body or bool(level.functions & self.functions)


@dataclass(frozen=True)
class ChainFacts:
    """What the chain looks at: ``filled`` are the functions that someone holds in the item's service."""

    state: str
    filled: frozenset[str]
    missing: tuple[str, ...] = ()
    on_agenda: bool = False
    blocking: Refusals = NONE


Kind = Literal["forward", "validate", "backward", "take_back", "agenda", "return", "decide", "reopen", "outside"]


@dataclass(frozen=True)
class Offer:
    """A transition shown to the actor; with refusals, shown disabled and with its reasons."""

    transition: str
    kind: Kind
    target: str
    comment: bool = False
    refusals: Refusals = NONE


def missing_fields(required: tuple[str, ...], values: Mapping[str, object]) -> tuple[str, ...]:
    """Required fields without a value (blank text and empty lists count as none; ``False`` and 0 are values)."""
    return tuple(name for name in required if _blank(values.get(name)))


def _blank(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or value in ((), [], frozenset())


def offers(chain: Chain, facts: ChainFacts, actor: Actor) -> tuple[Offer, ...]:
    """The transitions of the preparation chain offered to the actor: forward first, then back, nearest first."""
    if facts.state == VALIDATED:
        return _from_validated(chain, facts, actor)
    at = chain.position(facts.state)
    if at is None or not actor.acts_at(chain.enabled[at]):
        return ()
    return (*_forward(chain, facts, actor, at), *_backward(chain, facts, at))


def filled_positions(chain: Chain, filled: frozenset[str]) -> tuple[int, ...]:
    """Ranks of the levels where somebody of the service can act."""
    return tuple(i for i, level in enumerate(chain.enabled) if level.functions & filled)


def _forward(chain: Chain, facts: ChainFacts, actor: Actor, at: int) -> tuple[Offer, ...]:
    refusals = tuple(Refusal("items.required_missing", {"field": name}, name) for name in facts.missing)
    following = [i for i in filled_positions(chain, facts.filled) if i > at]
    reach = _reach(chain, actor, at, following)
    found = [
        Offer(chain.enabled[i].forward, "forward", chain.enabled[i].state, False, refusals) for i in following[:reach]
    ]
    if reach > len(following):
        found.append(Offer(VALIDATE, "validate", VALIDATED, False, (*refusals, *facts.blocking)))
    return tuple(found)


def _reach(chain: Chain, actor: Actor, at: int, following: list[int]) -> int:
    """How many of the following stages (the levels, then validated) the actor may choose from."""
    if not chain.options.shortcuts:
        return 1
    own = max((i for i in (at, *following) if actor.acts_at(chain.enabled[i])), default=at)
    reach = sum(i <= own for i in following) + 1
    jumps_to_validated = following and reach > len(following)
    return len(following) if jumps_to_validated and not chain.options.shortcut_to_validated else reach


def _backward(chain: Chain, facts: ChainFacts, before: int) -> tuple[Offer, ...]:
    earlier = [i for i in filled_positions(chain, facts.filled) if i < before] or ([0] if before else [])
    chosen = earlier[::-1] if chain.options.back_to_any else earlier[-1:]
    return tuple(Offer(chain.enabled[i].backward, "backward", chain.enabled[i].state, True) for i in chosen)


def _from_validated(chain: Chain, facts: ChainFacts, actor: Actor) -> tuple[Offer, ...]:
    if facts.on_agenda or not chain.enabled:
        return ()
    if actor.over_body:
        return _backward(chain, facts, len(chain.enabled))
    last = max(filled_positions(chain, facts.filled), default=len(chain.enabled) - 1)
    level = chain.enabled[last]
    if not chain.options.take_back or not actor.acts_at(level):
        return ()
    return (Offer(level.backward, "take_back", level.state, True),)
