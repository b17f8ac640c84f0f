"""The types of annexes of a dossier, and what one person may do with them."""

from functools import cached_property
from typing import Any

from plone import api
from zope.component import getUtilitiesFor, queryAdapter

from commune.core.interfaces import IAnnexCategories, IAnnexPolicy
from commune.core.rules.annex_types import Chooser, against_choosing, against_flags, shown_flags
from commune.core.rules.annexes import FLAGS, Category, Family
from commune.core.rules.functions import split_group_id
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor, current_actor


def categories_of(dossier: Any) -> tuple[Category, ...]:
    """The types of the dossier, else those that the modules announce, sub-types after their type."""
    own = queryAdapter(dossier, IAnnexCategories)
    if own is not None:
        return tuple(own.categories)
    return tuple(one for _name, utility in getUtilitiesFor(IAnnexCategories) for one in utility.categories)


def category_of(category_id: str, dossier: Any) -> Category:
    """The type of that id; one that nobody announces allows every flag."""
    known = {one.id: one for one in categories_of(dossier)}
    return known.get(category_id) or Category(category_id, category_id, frozenset(Family))


def manages(dossier: Any, actor: Actor) -> bool:
    """Whether the person sees and sets the flags that are kept to managers."""
    policy = IAnnexPolicy(dossier, None)
    managers = policy.managers() if policy is not None else frozenset()
    return actor.administrator or actor.userid in managers or bool(actor.groups & managers)


def flags_on(annex: Any) -> frozenset[str]:
    """The flags of a file that are on, whoever may see them."""
    return frozenset(flag for flag in FLAGS if getattr(annex, flag, False))


class AnnexTypes:
    """Types and flags of the annexes of one dossier for one person, looked up once for a whole page."""

    def __init__(self, dossier: Any, actor: Actor | None = None) -> None:
        self.dossier = dossier
        self.actor = actor or current_actor(dossier)

    @cached_property
    def known(self) -> dict[str, Category]:
        return {one.id: one for one in categories_of(self.dossier)}

    @cached_property
    def closed(self) -> bool:
        """Whether only the types announced for this dossier are taken."""
        return queryAdapter(self.dossier, IAnnexCategories) is not None

    @cached_property
    def chooser(self) -> Chooser:
        held = {split_group_id(group) for group in self.actor.groups}
        asked = any(one.services for one in self.known.values())
        codes = _codes({unit for unit, _function in held}) if asked else {}
        return Chooser(
            manages(self.dossier, self.actor), frozenset((codes.get(unit, ""), function) for unit, function in held)
        )

    def category(self, category_id: str | None) -> Category:
        """The type of that id, whatever the person may do with it."""
        return self.known.get(category_id or "") or Category(category_id or "", category_id or "", frozenset(Family))

    def against(self, category_id: str) -> Refusals:
        """Why the person may not choose that type; none at all may always be chosen."""
        if not category_id:
            return ()
        if category_id not in self.known:
            return (Refusal("category.unknown", {"category": category_id}, "category"),) if self.closed else ()
        return against_choosing(self.known[category_id], self.chooser)

    def choices(self) -> list[Category]:
        """The types that the person may choose, in their order."""
        return [one for one in self.known.values() if not against_choosing(one, self.chooser)]

    def against_flags(self, category_id: str, before: frozenset[str], after: frozenset[str]) -> Refusals:
        """Why the person may not change flags so."""
        return against_flags(self.category(category_id), before, after, self.chooser)

    def flags(self, annex: Any) -> tuple[str, ...]:
        """The flags of a file that the person sees."""
        return shown_flags(self.category(annex.category), flags_on(annex), self.chooser.manager)


def _codes(units: set[str]) -> dict[str, str]:
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", UID=list(units)
    )
    return {brain.UID: brain.unit_code for brain in brains}
