"""Types of annexes: their sub-types, who chooses them, and which flags only managers see or change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from commune.core.rules.annexes import FLAGS, Category, Preview
from commune.core.rules.refusals import NONE, Refusal, Refusals

MARKS = frozenset({"signed", "approved"})
"""What managers alone say of a file, whatever its type."""


@dataclass(frozen=True)
class Chooser:
    """Who handles files of a dossier. ``held``: pairs of service (code) and function."""

    manager: bool = False
    held: frozenset[tuple[str, str]] = frozenset()


def completed(categories: Sequence[Category]) -> tuple[Category, ...]:
    """Every type followed by its sub-types, each completed with what its type says for all of them.

    A sub-type has the kind, families and restrictions of its type; PDF only, managers only and out of use count
    for both. One whose type is unknown, or is itself a sub-type, stands as it is.
    """
    tops = [one for one in categories if not _parent(one, categories)]
    found: list[Category] = []
    for top in tops:
        found += [top, *(_inherited(one, top) for one in categories if _parent(one, categories) == top)]
    return tuple(found)


def _parent(category: Category, categories: Sequence[Category]) -> Category | None:
    known = {one.id: one for one in categories if not one.parent}
    return known.get(category.parent) if category.parent else None


def _inherited(category: Category, top: Category) -> Category:
    return replace(
        category,
        kind=top.kind,
        families=top.families,
        icon=category.icon or top.icon,
        pdf_only=category.pdf_only or top.pdf_only,
        enabled=category.enabled and top.enabled,
        managers_only=category.managers_only or top.managers_only,
        services=category.services or top.services,
        functions=category.functions or top.functions,
        managers_see=category.managers_see | top.managers_see,
        managers_set=category.managers_set | top.managers_set,
        preview=top.preview if category.preview is Preview.NONE else category.preview,
        after_scan=category.after_scan or top.after_scan,
    )


def against_choosing(category: Category, chooser: Chooser) -> Refusals:
    """Why a type may not be chosen: it is out of use, for managers, or for other services or functions."""
    found = []
    if not category.enabled:
        found.append(Refusal("category.disabled", {"category": category.title}, "category"))
    if category.managers_only and not chooser.manager:
        found.append(Refusal("category.managers_only", {"category": category.title}, "category"))
    if not chooser.manager and not _among(category, chooser):
        found.append(Refusal("category.not_for_you", {"category": category.title}, "category"))
    return tuple(found)


def _among(category: Category, chooser: Chooser) -> bool:
    if not category.services and not category.functions:
        return True
    return any(
        (not category.services or service in category.services)
        and (not category.functions or function in category.functions)
        for service, function in chooser.held
    )


def against_flags(category: Category, before: Iterable[str], after: Iterable[str], chooser: Chooser) -> Refusals:
    """Why flags may not be changed so: those that only managers change. ``before`` and ``after``: flags that are on."""
    if chooser.manager:
        return NONE
    changed = sorted(set(before) ^ set(after))
    kept = [flag for flag in changed if flag in MARKS or FLAGS[flag] in category.managers_set | category.managers_see]
    return tuple(Refusal("annex.flag_managers", {"flag": flag}, flag) for flag in kept)


def shown_flags(category: Category, flags: Iterable[str], manager: bool) -> tuple[str, ...]:
    """The flags that a reader sees, in their usual order. ``flags``: those that are on."""
    on = frozenset(flags)
    return tuple(flag for flag in FLAGS if flag in on and (manager or FLAGS[flag] not in category.managers_see))


def mapped(category: Category, maps: Mapping[str, str], known: Sequence[Category]) -> Category | None:
    """The type that a file takes in another body, ``None``: it is not kept there.

    ``maps``: the counterparts that its own body gives (empty: not kept). Without one, it keeps its type where
    that exists, else takes the first type of the same kind; ``known``: the types there.
    """
    there = {one.id: one for one in known if one.enabled}
    if category.id in maps:
        return there.get(maps[category.id])
    same = [one for one in there.values() if one.kind == category.kind and not one.managers_only]
    return there.get(category.id) or next(iter(same), None)


def faults(categories: Sequence[Category]) -> Refusals:
    """What is wrong with a list of types: an id twice, an unknown parent or after-scan type, a flag that is none.

    ``place`` of each: the index in the list and the key, as a JSON pointer.
    """
    ids = [one.id for one in categories]
    tops = {one.id for one in categories if not one.parent}
    found = []
    for i, one in enumerate(categories):
        if ids.index(one.id) < i:
            found.append(Refusal("categories.twice", {"id": one.id}, f"/{i}/id"))
        if one.parent and one.parent not in tops:
            found.append(Refusal("categories.unknown", {"id": one.parent}, f"/{i}/parent"))
        if one.after_scan and one.after_scan not in ids:
            found.append(Refusal("categories.unknown", {"id": one.after_scan}, f"/{i}/after_scan"))
        found += [
            Refusal("categories.unknown_flag", {"flag": flag}, f"/{i}/defaults")
            for flag in sorted(one.defaults - set(FLAGS))
        ]
    return tuple(found)
