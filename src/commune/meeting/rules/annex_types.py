"""The types of annexes of a body, and who reads the confidential ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from commune.core.rules import annex_types as types
from commune.core.rules.annexes import Category, Family, Preview
from commune.core.rules.refusals import Refusals
from commune.meeting.rules.annexes import DECISION, OPINION

Belongs = Literal["item", "decision", "opinion", "meeting"]
Inside = Literal["levels", "advisers", "committees", "observers", "copies", "in_charge"]
ALL = frozenset(Family)
MEETING = "meeting_annex"
RULES: Mapping[str, Inside] = {
    "access.level": "levels",
    "access.all_levels": "levels",
    "access.passed_level": "levels",
    "access.creators": "levels",
    "access.adviser_gives": "advisers",
    "access.adviser_reads": "advisers",
    "access.committee": "committees",
    "access.observer": "observers",
    "access.copy": "copies",
    "access.restricted_copy": "copies",
    "access.in_charge": "in_charge",
}
"""Who it is that each rule of access lets in; managers always read, observer profiles by their own flag."""


@dataclass(frozen=True)
class AnnexType:
    """One type of annex, as the settings of a body name it; see ``commune.core.rules.annexes.Category``.

    ``maps``: the type that a file takes in another body, by body; empty: it is not kept there.
    """

    id: str
    title: str
    kind: Belongs = "item"
    parent: str = ""
    icon: str = ""
    default_title: str = ""
    enabled: bool = True
    pdf_only: bool = False
    managers_only: bool = False
    preview: Preview = Preview.NONE
    families: frozenset[Family] = ALL
    defaults: frozenset[str] = frozenset()
    managers_see: frozenset[Family] = frozenset()
    managers_set: frozenset[Family] = frozenset()
    services: tuple[str, ...] = ()
    functions: frozenset[str] = frozenset()
    after_scan: str = ""
    maps: Mapping[str, str] = field(default_factory=dict)

    @property
    def category(self) -> Category:
        """The same as a category of the core."""
        return Category(
            self.id, self.title, self.families, self.defaults, self.pdf_only, self.preview, self.enabled, self.kind,
            self.parent, self.icon, self.default_title, self.managers_only, self.services, self.functions,
            self.managers_see, self.managers_set, self.after_scan,
        )  # fmt: skip


@dataclass(frozen=True)
class AnnexSettings:
    """Types of the body, beside the delivered ones; a type with the id of a delivered one takes its place.

    ``confidential_for``: who reads confidential files besides the managers. ``decisions_until``: states of an item
    in which its service adds files of the decision (empty: all). ``largest``: megabytes of one file.
    """

    types: tuple[AnnexType, ...] = ()
    confidential_for: frozenset[Inside] = frozenset({"levels", "advisers", "committees"})
    decisions_until: frozenset[str] = frozenset()
    largest: int = 100


def delivered(titles: Mapping[str, str]) -> tuple[Category, ...]:
    """The types that every body has; ``titles`` by id."""
    kinds: tuple[tuple[str, Belongs], ...] = (
        ("item_annex", "item"), (DECISION, "decision"), (OPINION, "opinion"), (MEETING, "meeting"),
    )  # fmt: skip
    return tuple(Category(id_, titles.get(id_, id_), ALL, kind=kind) for id_, kind in kinds)


def types_of(settings: AnnexSettings, shipped: Sequence[Category], kinds: Iterable[str]) -> tuple[Category, ...]:
    """The types for files of these kinds, sub-types after their type: those of the body, then the delivered ones."""
    own = {one.id: one.category for one in settings.types}
    known = [*own.values(), *(one for one in shipped if one.id not in own)]
    wanted = frozenset(kinds)
    return tuple(one for one in types.completed(known) if one.kind in wanted)


def reads_confidential(settings: AnnexSettings, rule: str) -> bool:
    """Whether the people whom that rule of access lets in read confidential files too."""
    return rule == "access.manager" or RULES.get(rule) in settings.confidential_for


def faults(settings: AnnexSettings, shipped: Sequence[Category]) -> Refusals:
    """What is wrong with the types, each with its JSON pointer."""
    own = [one.category for one in settings.types]
    others = [one for one in shipped if one.id not in {category.id for category in own}]
    found = types.faults([*own, *others])
    return tuple(replace(one, place=f"/annexes/types{one.place}") for one in found)


def counterpart(settings: AnnexSettings, category: Category, body: str, there: Sequence[Category]) -> Category | None:
    """The type of a file in another body, ``None`` when it is not kept there."""
    own = next((one for one in settings.types if one.id == category.id), None)
    maps = {category.id: own.maps[body]} if own is not None and body in own.maps else {}
    return types.mapped(category, maps, there)
