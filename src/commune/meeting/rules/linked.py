"""Items linked by hand: whoever is linked to one of a group is linked to all of it (``meeting`` 4.1)."""

from collections.abc import Iterable, Mapping

from commune.core.rules.refusals import Refusal, Refusals

Links = Mapping[str, frozenset[str]]
"""The others of its group, by item."""


def against_linking(one: str, others: Iterable[str], known: frozenset[str]) -> Refusals:
    """Every reason not to link ``one`` to ``others``; ``known``: the items that the actor may read."""
    wanted = tuple(others)
    if not wanted:
        return (Refusal("linked.none", place="items"),)
    unknown = sorted(set(wanted) - known)
    refusals = [Refusal("linked.unknown", {"item": uid}, "items") for uid in unknown]
    if one in wanted:
        refusals.append(Refusal("linked.itself", place="items"))
    return tuple(refusals)


def linked(links: Links, one: str, others: Iterable[str]) -> dict[str, frozenset[str]]:
    """The links of every item of the groups that ``one`` and ``others`` join, those that stay as they are included."""
    group: set[str] = set()
    for uid in (one, *others):
        group |= {uid, *links.get(uid, ())}
    return {uid: frozenset(group - {uid}) for uid in group}


def unlinked(links: Links, one: str) -> dict[str, frozenset[str]]:
    """The links of every item of the group once ``one`` has left it."""
    group = links.get(one, frozenset())
    return {one: frozenset(), **{uid: group - {uid} for uid in group}}
