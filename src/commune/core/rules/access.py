"""Rights as a matrix: state × relation to the record gives roles, and says by which rule (FUN-6).

A record stores its responsible unit, copy units, assigned user and state, never a user's rights.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from commune.core.rules.functions import group_id


class Role(StrEnum):
    """What a person may do with a record; each is granted on its own, none implies another."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    MANAGER = "manager"


class Relation(StrEnum):
    """How a person stands to a record."""

    RESPONSIBLE = "responsible"
    COPY = "copy"
    ASSIGNED = "assigned"
    CREATOR = "creator"
    TRANSVERSAL = "transversal"
    EVERYONE = "everyone"


@dataclass(frozen=True)
class Grant:
    """A row of the matrix: in ``states`` (empty: all), people so related get ``roles``.

    ``function`` is the function held in the responsible or a copy unit, or the transversal group.
    """

    roles: frozenset[Role]
    relation: Relation
    function: str = ""
    states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Record:
    """What a record says about itself."""

    state: str
    unit: str = ""
    copy_units: tuple[str, ...] = ()
    assigned: str = ""
    creator: str = ""


@dataclass(frozen=True)
class Person:
    """A user and the groups of today (see ``functions.groups_of``); ``user`` empty: nobody signed in."""

    user: str
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reason:
    """Why a role is held: the granting row and what made it apply (a group id, a user id, ``everyone``)."""

    role: Role
    grant: Grant
    through: str


def groups_granted(grant: Grant, record: Record) -> tuple[str, ...]:
    """The groups that ``grant`` gives its roles to on ``record`` (what an index stores, BAS-6)."""
    if grant.states and record.state not in grant.states:
        return ()
    if grant.relation is Relation.TRANSVERSAL:
        return (grant.function,)
    units = {Relation.RESPONSIBLE: (record.unit,), Relation.COPY: record.copy_units}.get(grant.relation, ())
    return tuple(group_id(unit, grant.function) for unit in units if unit)


def explain(person: Person, record: Record, matrix: Iterable[Grant]) -> tuple[Reason, ...]:
    """Every reason why ``person`` has a role on ``record``, in the order of the matrix."""
    return tuple(
        Reason(role, grant, through)
        for grant in matrix
        for through in _through(grant, person, record)
        for role in sorted(grant.roles)
    )


def _through(grant: Grant, person: Person, record: Record) -> tuple[str, ...]:
    if grant.states and record.state not in grant.states:
        return ()
    if grant.relation is Relation.EVERYONE:
        return (Relation.EVERYONE,)
    named = {Relation.ASSIGNED: record.assigned, Relation.CREATOR: record.creator}
    if grant.relation in named:
        return (person.user,) if person.user and person.user == named[grant.relation] else ()
    return tuple(group for group in groups_granted(grant, record) if group in person.groups)


def roles(person: Person, record: Record, matrix: Iterable[Grant]) -> frozenset[Role]:
    """The roles of ``person`` on ``record``."""
    return frozenset(reason.role for reason in explain(person, record, matrix))


def allowed_readers(record: Record, matrix: Collection[Grant]) -> tuple[str, ...]:
    """Groups, users (``user:<id>``) and ``everyone`` who read ``record`` in its state, for an index."""
    readers: list[str] = []
    for grant in matrix:
        if Role.READER not in grant.roles or (grant.states and record.state not in grant.states):
            continue
        named = {Relation.ASSIGNED: record.assigned, Relation.CREATOR: record.creator}.get(grant.relation)
        readers += [f"user:{named}"] if named else []
        readers += [Relation.EVERYONE.value] if grant.relation is Relation.EVERYONE else []
        readers += groups_granted(grant, record)
    return tuple(dict.fromkeys(readers))
