"""Where things stand: the body of an object, its meetings, its items."""

from datetime import datetime
from typing import Any

from Acquisition import aq_chain, aq_inner
from plone import api

from commune.core.content.clock import BRUSSELS
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uids
from commune.meeting.content.body import IMeetingBody
from commune.meeting.rules.chain import Actor as BodyActor
from commune.meeting.rules.choice import Candidate


def body_of(context: Any) -> Any:
    """The body that the object belongs to, the object itself for a body; raises ``LookupError`` outside one."""
    for parent in aq_chain(aq_inner(context)):
        if IMeetingBody.providedBy(parent):
            return parent
    raise LookupError(f"{context!r} belongs to no body")


def bodies(site: Any) -> list[Any]:
    """All bodies of the site, in the order of the folder of meetings."""
    root = site.get("meetings")
    return [child for child in root.objectValues() if IMeetingBody.providedBy(child)] if root is not None else []


def aware(moment: datetime) -> datetime:
    """The moment with its zone: a naive one is a local time of Brussels."""
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)


def meeting_brains(body: Any) -> list[Any]:
    """The meetings of a body from the catalog, by date."""
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting", path="/".join(body.getPhysicalPath()), sort_on="start"
    )


def candidates(body: Any) -> tuple[Candidate, ...]:
    """The meetings of a body as the choosing rules see them."""
    return tuple(Candidate(brain.UID, aware(brain.start), brain.review_state) for brain in meeting_brains(body))


def items_on(meeting: Any) -> list[Any]:
    """The items of a meeting in the order of its agenda; they are woken."""
    return by_uids(meeting.agenda.uids)


def body_actor(actor: Actor, context: Any) -> BodyActor:
    """The actor as the rules of the body see him: functions in the item's service, roles over the body."""
    manages = is_manager(actor, context)
    functions = actor.functions(getattr(context, "responsible_unit", None))
    return BodyActor(functions, manager=manages, admin=actor.administrator)


def is_manager(actor: Actor, context: Any) -> bool:
    """Whether the actor manages the meetings of the body that ``context`` belongs to."""
    return "manager" in actor.functions(body_of(context).UID())


def oversees(actor: Actor, context: Any) -> bool:
    """Whether the actor manages the body that ``context`` belongs to, or administers the site."""
    return actor.administrator or is_manager(actor, context)


def filled_functions(unit: str | None) -> frozenset[str]:
    """The functions that somebody holds in the service."""
    if not unit:
        return frozenset()
    groups = api.portal.get_tool("acl_users").source_groups
    prefix = f"{unit}_"
    return frozenset(
        group.removeprefix(prefix)
        for group in groups.getGroupIds()
        if group.startswith(prefix) and groups._group_principal_map.get(group)
    )
