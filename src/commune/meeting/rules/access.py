"""Who reads, edits and adds to an item, by which rule: computed from facts, never from ownership."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from commune.core.rules.access import Role
from commune.core.rules.conditions import evaluate
from commune.core.rules.functions import group_id
from commune.core.rules.opinions import Sense
from commune.meeting.rules.bodies import Body, ObserverProfile
from commune.meeting.rules.waiting import PREFIX

READ = frozenset({Role.READER})
CONTRIBUTE = frozenset({Role.READER, Role.CONTRIBUTOR})
EDIT = frozenset({Role.READER, Role.CONTRIBUTOR, Role.EDITOR})
MANAGE = EDIT | {Role.MANAGER}


@dataclass(frozen=True)
class AdviserFacts:
    """An opinion asked from a service: given, once giveable, and the service's own states if it overrides them.

    ``functions``: those in the service that work on the opinion.
    """

    service: str
    given: bool = False
    once_giveable: bool = False
    sense: Sense | None = None
    give: frozenset[str] | None = None
    view: frozenset[str] | None = None
    access_after: Literal["lost", "if_given", "if_once_giveable"] | None = None
    functions: tuple[str, ...] = ("adviser",)


@dataclass(frozen=True)
class AccessFacts:
    """What decides about access to one item. ``filled``: functions somebody holds in its service."""

    state: str
    service: str
    closed_session: bool = False
    copy_groups: tuple[str, ...] = ()
    restricted_copy_groups: tuple[str, ...] = ()
    advisers: tuple[AdviserFacts, ...] = ()
    in_charge: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    data: Mapping[str, object] | None = None


@dataclass(frozen=True)
class ItemGrant:
    """One rule that applies: the principal (a group) gets roles; ``rule`` is its code for *explain access*."""

    principal: str
    roles: frozenset[Role]
    rule: str


def managers_of(body: Body) -> str:
    """The group of the body's managers."""
    return f"meeting_managers_{body.identity.id}"


def observers_of(body: Body, profile: ObserverProfile) -> str:
    """The group of a power observer profile of the body."""
    return f"meeting_observers_{body.identity.id}_{profile.id}"


def grants(body: Body, facts: AccessFacts) -> tuple[ItemGrant, ...]:
    """Every grant on the item, in the order in which they are explained. Nobody else has any right."""
    found = [
        ItemGrant(managers_of(body), _managers(body, facts), "access.manager"),
        *_levels(body, facts),
        *_service(body, facts),
        *_advisers(body, facts),
        *_copies(body, facts),
        *_others(body, facts),
        *_observers(body, facts),
    ]
    return tuple(grant for grant in found if grant.roles)


def principals(body: Body, facts: AccessFacts) -> dict[str, frozenset[Role]]:
    """The roles per group, ready to be stored as local roles."""
    found: dict[str, frozenset[Role]] = {}
    for grant in grants(body, facts):
        found[grant.principal] = found.get(grant.principal, frozenset()) | grant.roles
    return found


def _managers(body: Body, facts: AccessFacts) -> frozenset[Role]:
    """Managers read (and may move) an item that is being prepared; from validated on, they alone edit it."""
    return READ if _level_rank(body, facts.state) is not None else MANAGE


def _level_rank(body: Body, state: str) -> int | None:
    return body.chain.position(state.removeprefix(PREFIX))


def _returned_rank(body: Body, state: str) -> int | None:
    if state == "returned":
        return 0 if body.chain.enabled else None
    return body.chain.position(state.removeprefix("returned_")) if state.startswith("returned_") else None


def _levels(body: Body, facts: AccessFacts) -> list[ItemGrant]:
    editing = body.chain.position(facts.state)
    if editing is None:
        editing = _returned_rank(body, facts.state)
    rank = _level_rank(body, facts.state)
    found = []
    for i, level in enumerate(body.chain.enabled):
        for function in sorted(level.functions):
            group = group_id(facts.service, function)
            if i == editing:
                found.append(ItemGrant(group, EDIT, "access.level"))
            elif rank is None:
                found.append(ItemGrant(group, CONTRIBUTE, "access.all_levels"))
            elif i <= rank:
                found.append(ItemGrant(group, CONTRIBUTE, "access.passed_level"))
    if body.chain.enabled and rank is not None and rank > 0:
        found.append(ItemGrant(group_id(facts.service, "creator"), CONTRIBUTE, "access.creators"))
    return found


def _service(body: Body, facts: AccessFacts) -> list[ItemGrant]:
    states = body.access.observer_states
    if states and facts.state not in states:
        return []
    return [ItemGrant(group_id(facts.service, "observer"), READ, "access.observer")]


def _advisers(body: Body, facts: AccessFacts) -> list[ItemGrant]:
    settings, found = body.opinions, []
    for adviser in facts.advisers:
        groups = [group_id(adviser.service, function) for function in adviser.functions]
        give = settings.give | settings.edit if adviser.give is None else adviser.give
        view = settings.view if adviser.view is None else adviser.view
        after = adviser.access_after or settings.access_after
        kept = {"lost": False, "if_given": adviser.given, "if_once_giveable": adviser.once_giveable}[after]
        if facts.state in give:
            found += [ItemGrant(group, CONTRIBUTE, "access.adviser_gives") for group in groups]
        elif facts.state in view or kept:
            found += [ItemGrant(group, READ, "access.adviser_reads") for group in groups]
    return found


def _copies(body: Body, facts: AccessFacts) -> list[ItemGrant]:
    open_, restricted = body.access.copy_states, body.access.restricted_copy_states
    found = [ItemGrant(group, READ, "access.copy") for group in facts.copy_groups if facts.state in open_]
    if facts.state in restricted:
        found += [ItemGrant(group, READ, "access.restricted_copy") for group in facts.restricted_copy_groups]
    return found


def _others(body: Body, facts: AccessFacts) -> list[ItemGrant]:
    found = []
    if facts.state in body.access.in_charge_states:
        found += [ItemGrant(group_id(s, "observer"), READ, "access.in_charge") for s in facts.in_charge]
    if facts.state in body.access.committee_states:
        found += [ItemGrant(f"committee_editors_{c}", CONTRIBUTE, "access.committee") for c in facts.committees]
    return found


def _observers(body: Body, facts: AccessFacts) -> list[ItemGrant]:
    return [
        ItemGrant(observers_of(body, profile), READ, "access.power_observer")
        for profile in body.access.observers
        if observer_sees(body, profile, facts)
    ]


def observer_sees(body: Body, profile: ObserverProfile, facts: AccessFacts) -> bool:
    """Whether a power observer profile sees the item: its states, its condition, and closed items if flagged."""
    if facts.closed_session and body.access.restrict_closed and not profile.closed_items:
        return False
    return facts.state in profile.item_states and evaluate(profile.item_condition, facts.data or {})


@dataclass(frozen=True)
class Seen:
    """What a reader sees inside an item they may open."""

    confidential_opinions: bool = False
    confidential_annexes: bool = False
    linked_items: bool = False
    history_comments: bool = False
    decisions_under_writing: bool = False
    masked_text: bool = False


ALL_SEEN = Seen(True, True, False, True, True, True)
"""Whoever manages a body sees all that is inside its items; those of another body that he may not open stay hidden."""
INSIDE = Seen(True, True, False, True, False, True)


def seen_by(body: Body, facts: AccessFacts, groups: frozenset[str]) -> Seen:
    """What a person with these groups sees: all as manager; as observer, the flags of their profiles together.

    People of the service, advisers and copy groups see the inside, but no decision under writing.
    """
    if managers_of(body) in groups:
        return ALL_SEEN
    own = [g for g in grants(body, facts) if g.principal in groups and g.rule != "access.power_observer"]
    profiles = [p for p in body.access.observers if observers_of(body, p) in groups and observer_sees(body, p, facts)]
    sources: list[Seen | ObserverProfile] = [*([INSIDE] if own else []), *profiles]
    return Seen(**{name: any(getattr(source, name) for source in sources) for name in Seen.__dataclass_fields__})


def decision_hidden(body: Body, meeting_state: str, seen: Seen) -> bool:
    """Whether motivation, decision and votes give way to a notice, in page, documents and API alike."""
    under_writing = meeting_state == "decided" and "hide_decisions_under_writing" in body.adaptations
    return under_writing and not seen.decisions_under_writing


@dataclass(frozen=True)
class Explained:
    """The verdict on one right: grants that give it, and rules that would but do not apply here."""

    allowed: bool
    granted_by: tuple[ItemGrant, ...]
    values: Mapping[str, object]


def explain(body: Body, facts: AccessFacts, groups: frozenset[str], role: Role, admin: bool = False) -> Explained:
    """Why a person has (or lacks) a role on the item, with the values the rules used."""
    found = tuple(g for g in grants(body, facts) if g.principal in groups and role in g.roles)
    if admin:
        found = (ItemGrant("admin", MANAGE, "access.admin"), *found)
    values = {"state": facts.state, "service": facts.service, "closed_session": facts.closed_session,
              "copy_groups": facts.copy_groups, "groups": tuple(sorted(groups))}  # fmt: skip
    return Explained(bool(found), found, values)


def may(body: Body, facts: AccessFacts, groups: frozenset[str], role: Role, admin: bool = False) -> bool:
    """The check itself: the same grants as :func:`explain` reads."""
    return admin or any(g.principal in groups and role in g.roles for g in grants(body, facts))
