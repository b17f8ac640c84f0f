"""Why somebody may, or may not, do something with an item (ROL-6)."""

from dataclasses import dataclass
from typing import Any

from plone import api

from commune.core.interfaces import IProcess
from commune.core.rules.access import Role
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.meeting.workflow.access import item_grants

PERMISSIONS = {"view": Role.READER, "add": Role.CONTRIBUTOR, "edit": Role.EDITOR, "manage": Role.MANAGER}


@dataclass(frozen=True)
class Verdict:
    """Whether it is allowed, the rules that grant it, and the reasons that stand against it."""

    allowed: bool
    rules: tuple[tuple[str, str], ...] = ()
    refusals: Refusals = ()


def actor_named(userid: str, context: Any) -> Actor | None:
    """The user of that id as plain facts, ``None`` when there is none."""
    user = api.user.get(userid=userid)
    if user is None:
        return None
    return Actor(user.getId(), frozenset(user.getGroups()), frozenset(user.getRolesInContext(context)))


def explain_right(item: Any, actor: Actor, right: str) -> Verdict:
    """The verdict on view, add, edit or manage; raises ``KeyError`` for another right."""
    role = PERMISSIONS[right]
    rules = tuple((grant.rule, grant.principal) for grant in item_grants(item) if role in grant.roles)
    held = tuple(pair for pair in rules if pair[1] in actor.groups)
    if actor.administrator:
        held = (("access.admin", actor.userid), *held)
    return Verdict(bool(held), held or rules)


def explain_transition(item: Any, actor: Actor, transition: str) -> Verdict:
    """The verdict on a transition: offered without refusals, or the reasons against it."""
    offers = {offer.transition.id: offer for offer in IProcess(item).offers(actor)}
    offer = offers.get(transition)
    if offer is None:
        return Verdict(False)
    return Verdict(not offer.refusals, (), offer.refusals)
