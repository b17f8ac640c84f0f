"""Functions crossed with units: the groups that exist, their titles, who may be removed."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from commune.core.rules.refusals import NONE, Refusal, Refusals

EXPIRY_WARNING = timedelta(days=14)
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Function:
    """What a member may do in a unit. ``listed`` limits it to some units; empty means all selectable ones.

    A ``transversal`` function has one group for the whole authority, named by its id.
    """

    id: str
    title: str
    listed: frozenset[str] = frozenset()
    enabled: bool = True
    transversal: bool = False
    self_managed: bool = False
    min_members: int = 0
    max_members: int | None = None


SHIPPED: tuple[Function, ...] = (
    *(
        Function(id_, title)
        for id_, title in (
            ("observer", "Observer"),
            ("creator", "Creator"),
            ("editor", "Editor"),
            ("adviser", "Adviser"),
            ("opinion_controller", "Opinions: controller of files"),
            ("opinion_editor", "Opinions: editor"),
            ("opinion_reviewer", "Opinions: reviewer"),
            ("opinion_manager", "Opinions: manager"),
            *((f"validator_{n}", f"Validator {n}") for n in range(1, 6)),
            ("director", "Unit head"),
            ("service_indexer", "Service indexer"),
            ("contacts_editor", "Contacts editor"),
            ("sign_requester", "Signature requester"),
            ("action_manager", "Action manager"),
            ("admin_responsible", "Administrative responsible"),
            ("political_responsible", "Political responsible"),
            ("social_worker", "Social worker"),
            ("chief_social_worker", "Chief social worker"),
            ("works_dispatcher", "Works dispatcher"),
            ("works_agent", "Works agent"),
            ("buyer", "Buyer"),
        )
    ),
    *(
        Function(id_, title, transversal=True)
        for id_, title in (
            ("general_director", "General director"),
            ("financial_director", "Financial director"),
            ("mail_indexers", "Mail indexers"),
            ("expedition", "Expedition"),
            ("global_readers_in", "Readers of all incoming mail"),
            ("global_readers_out", "Readers of all outgoing mail"),
            ("esign_watchers", "Signature watchers"),
            ("records_manager", "Records manager"),
            ("archivist", "Archivist"),
            ("dpo", "Data protection officer"),
            ("tenant_admin", "Authority administrator"),
        )
    ),
)


@dataclass(frozen=True)
class FunctionGroup:
    """A generated group; ``unit`` is empty for a transversal function."""

    id: str
    title: str
    unit: str
    function: str


@dataclass(frozen=True)
class Membership:
    """A person in a group; both ends inclusive, an open end is ``None`` (FUN-4)."""

    user: str
    group: str
    valid_from: date | None = None
    valid_until: date | None = None


def group_id(unit_uid: str, function_id: str) -> str:
    """``<unit uid>_<function id>`` (FUN-1); an underscore in the uid is a program error (``ValueError``)."""
    if "_" in unit_uid:
        raise ValueError("a unit uid has no underscore")
    return f"{unit_uid}_{function_id}"


def split_group_id(group: str) -> tuple[str, str]:
    """Unit uid and function id: the first underscore separates; a transversal group has no unit."""
    if group in {function.id for function in SHIPPED if function.transversal}:
        return "", group
    unit, _sep, function = group.partition("_")
    return unit, function


def function_faults(function: Function, existing: Collection[str]) -> Refusals:
    """What is wrong with a new function: the form of its id, its uniqueness, its member bounds."""
    found = []
    if not _ID.fullmatch(function.id):
        found.append(Refusal("function.id", {"id": function.id}, "id"))
    if function.id in existing:
        found.append(Refusal("function.exists", {"id": function.id}, "id"))
    if function.max_members is not None and function.max_members < max(function.min_members, 1):
        found.append(
            Refusal("function.members", {"min": function.min_members, "max": function.max_members}, "max_members")
        )
    return tuple(found)


def required_groups(units: Mapping[str, str], functions: Iterable[Function]) -> tuple[FunctionGroup, ...]:
    """The groups that must exist (FUN-2): enabled functions over ``units`` (selectable uid -> full title)."""
    groups: list[FunctionGroup] = []
    for function in functions:
        if function.enabled and function.transversal:
            groups.append(FunctionGroup(function.id, function.title, "", function.id))
        elif function.enabled:
            groups.extend(
                FunctionGroup(group_id(uid, function.id), f"{title} ({function.title})", uid, function.id)
                for uid, title in units.items()
                if not function.listed or uid in function.listed
            )
    return tuple(groups)


def removal_refusals(
    before: Iterable[FunctionGroup], after: Iterable[FunctionGroup], members: Mapping[str, Collection[str]]
) -> Refusals:
    """Why a change that loses groups is refused: the first lost group that still has members (FUN-3).

    ``members`` maps group ids to existing accounts only: deleted accounts do not count.
    """
    kept = {group.id for group in after}
    for group in before:
        if group.id not in kept and members.get(group.id):
            return (Refusal("group.has_members", {"group": group.title, "count": len(members[group.id])}, group.id),)
    return NONE


def is_member(membership: Membership, today: date) -> bool:
    """Whether the membership gives its rights on ``today``."""
    return (membership.valid_from or today) <= today <= (membership.valid_until or today)


def groups_of(user: str, memberships: Iterable[Membership], today: date) -> frozenset[str]:
    """The groups that ``user`` is in on ``today``."""
    return frozenset(m.group for m in memberships if m.user == user and is_member(m, today))


def expiring(memberships: Iterable[Membership], today: date) -> tuple[Membership, ...]:
    """Memberships in force that end within 14 days, soonest first."""
    ending = [
        (m.valid_until, m) for m in memberships if m.valid_until and today <= m.valid_until <= today + EXPIRY_WARNING
    ]
    return tuple(m for _end, m in sorted(ending, key=lambda pair: pair[0]))


def expired(memberships: Iterable[Membership], today: date) -> tuple[Membership, ...]:
    """Memberships that have ended before ``today``."""
    return tuple(m for m in memberships if m.valid_until and m.valid_until < today)
