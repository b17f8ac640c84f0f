"""What a body settles about opinions: rows, states, the services that differ, the chains inside services."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import Refusal
from commune.meeting.rules.advisers import AdviserRow, giveable_states, row_of, variants

After = Literal["lost", "if_given", "if_once_giveable"]


@dataclass(frozen=True)
class ServiceOpinions:
    """Where one service differs from its body; what is ``None`` or empty is as the body has it.

    ``mode``: whether its states add to those of the body or replace them.
    """

    service: str
    mode: Literal["add", "replace"] = "add"
    give: frozenset[str] | None = None
    edit: frozenset[str] | None = None
    view: frozenset[str] | None = None
    access_after: After | None = None
    senses: tuple[Sense, ...] = ()
    default_sense: Sense | None = None


@dataclass(frozen=True)
class ServiceChain:
    """The opinion of a service goes through its own hands before it is given.

    ``completeness``: a controller first says whether the file is complete; ``reviewer_signs``: the reviewer may
    sign an opinion that is not negative.
    """

    service: str
    variant: Literal["full", "no_reviewer", "no_editor", "no_manager", "manager_only"] = "full"
    completeness: bool = True
    reviewer_signs: bool = False


@dataclass(frozen=True)
class OpinionSettings:
    """Adviser rows, states in which opinions are given, edited and seen, and what they stop.

    ``services``: those that differ; ``initiative``: codes of services that give one without being asked;
    ``from_complete``: clocks run from the day the file is complete; ``invalidating``: states in which a change of
    the item's texts asks given opinions again; ``restarting``: transitions that set clocks back to zero.
    """

    rows: tuple[AdviserRow, ...] = ()
    give: frozenset[str] = frozenset()
    edit: frozenset[str] = frozenset()
    view: frozenset[str] = frozenset()
    access_after: After = "if_once_giveable"
    senses: tuple[Sense, ...] = (Sense.POSITIVE, Sense.POSITIVE_WITH_CONDITIONS, Sense.NEGATIVE, Sense.NIL)
    default_sense: Sense | None = None
    confidential_by_default: bool = False
    must_be_positive: bool = False
    must_be_given: bool = False
    from_complete: bool = False
    restarting: frozenset[str] = frozenset()
    invalidating: frozenset[str] = frozenset()
    adviser_drops_inherited: bool = False
    services: tuple[ServiceOpinions, ...] = ()
    chains: tuple[ServiceChain, ...] = ()
    initiative: tuple[str, ...] = ()


@dataclass(frozen=True)
class States:
    """The item states in which one service gives its opinion, changes it, sees the item; and its access after."""

    give: frozenset[str]
    edit: frozenset[str]
    view: frozenset[str]
    access_after: After


def own_settings(settings: OpinionSettings, service: str) -> ServiceOpinions | None:
    """Where that service differs."""
    return next((one for one in settings.services if one.service == service), None)


def states_of(settings: OpinionSettings, service: str) -> States:
    """The states that hold for a service; where an opinion is given it may also be changed."""
    own = own_settings(settings, service) or ServiceOpinions(service)
    give, edit, view = (
        giveable_states(body, states or frozenset(), "none" if states is None else own.mode)
        for body, states in ((settings.give, own.give), (settings.edit, own.edit), (settings.view, own.view))
    )
    return States(give, edit | give, view, own.access_after or settings.access_after)


def senses_of(settings: OpinionSettings, service: str) -> tuple[tuple[Sense, ...], Sense | None]:
    """What the opinion of a service may say, and what is proposed first."""
    own = own_settings(settings, service) or ServiceOpinions(service)
    offered = own.senses or settings.senses
    proposed = own.default_sense or settings.default_sense
    return offered, proposed if proposed in offered else None


def chain_of(settings: OpinionSettings, service: str) -> ServiceChain | None:
    """The chain inside that service; ``None`` where its advisers give the opinion themselves."""
    return next((one for one in settings.chains if one.service == service), None)


def faults(settings: OpinionSettings) -> Iterator[Refusal]:
    """What is wrong with the settings beyond their form, each with its JSON pointer."""
    for i, row in enumerate(settings.rows):
        place = f"/opinions/rows/{i}"
        if row.previous and row_of(settings.rows, row.previous) is None:
            yield Refusal("opinions.row_unknown", {"row": row.previous}, f"{place}/previous")
        if row.days < 0 or row.alert < 0:
            yield Refusal("opinions.row_negative", {"row": row.id}, f"{place}/days")
        if row.valid_until is not None and row.valid_until < row.valid_from:
            yield Refusal("opinions.row_ends_first", {"row": row.id}, f"{place}/valid_until")
        if {other.service for other in variants(settings.rows, row.id)} != {row.service}:
            yield Refusal("opinions.row_other_service", {"row": row.id}, f"{place}/previous")
