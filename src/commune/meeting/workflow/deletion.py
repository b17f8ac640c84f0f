"""Taking items and meetings away: refused with every reason, and nothing is left that points at them."""

from datetime import date
from typing import Any

from plone import api

from commune.core.content.journal import Journal
from commune.core.rules.access import Role
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.content.opinions import opinion_files
from commune.meeting.rules.items import DeletionFacts, against_deleting
from commune.meeting.rules.meetings import AgendaItem, MeetingFacts, against_deleting_meeting
from commune.meeting.rules.opinions import is_given
from commune.meeting.workflow.access import item_grants
from commune.meeting.workflow.deliberations import explain_gap
from commune.meeting.workflow.opinion_writing import stop_inheriting
from commune.meeting.workflow.place import aware, body_actor, body_of, items_on
from commune.meeting.workflow.sending import still_sent
from commune.meeting.workflow.settings import settings_of


def against_deleting_item(item: Any, actor: Actor) -> Refusals:
    """Why the actor may not delete the item (ITM-9)."""
    settings = settings_of(item)
    asked_by = body_actor(actor, item)
    edits = any(Role.EDITOR in grant.roles and grant.principal in actor.groups for grant in item_grants(item))
    facts = DeletionFacts(
        level=settings.body.chain.position(item.state),
        editor=edits or asked_by.admin,
        opinion_given=any(is_given(file.opinion) for file in opinion_files(item).values()),
        on_agenda=bool(item.meeting),
        sent=bool(still_sent(item)),
    )
    return against_deleting(settings.body.adaptations, facts, asked_by)


def delete_item(item: Any, actor: Actor) -> None:
    """Delete the item; raises ``Refused`` with every reason."""
    refusals = against_deleting_item(item, actor)
    if refusals:
        raise Refused(*refusals)
    remove(item, actor.userid)


def delete_meeting(meeting: Any, actor: Actor, typed: date | None = None) -> None:
    """Delete the meeting, with its items for an administrator who typed its date; raises ``Refused``."""
    day = aware(meeting.date).date()
    facts = MeetingFacts(meeting.state, tuple(AgendaItem(item.UID(), item.state) for item in items_on(meeting)))
    refusals = against_deleting_meeting(facts, day, typed, body_actor(actor, meeting))
    if refusals:
        raise Refused(*refusals)
    for item in items_on(meeting):
        remove(item, actor.userid)
    forget_preferred(meeting)
    Journal(body_of(meeting)).note("meeting_deleted", actor.userid, meeting=meeting.UID(), day=str(day))
    meeting.aq_parent._delObject(meeting.getId(), suppress_events=False)


def forget_preferred(meeting: Any) -> None:
    """Items meant for the meeting are meant for any."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting_item", item_preferred_meeting=meeting.UID()
    )
    for brain in brains:
        item = by_uid(brain.UID)
        if item is not None:
            item.preferred_meeting = None
            item.reindexObject(idxs=["item_preferred_meeting"])


def remove(item: Any, user: str) -> None:
    """Take the item away: its forebear may send or copy it again, its copies stand alone."""
    uid, body = item.UID(), body_of(item)
    origin = by_uid(item.predecessor)
    if origin is not None:
        origin.successors = tuple(other for other in origin.successors if other != uid)
        Journal(origin).note("copy_deleted", user, copy=uid)
    copies = [copy for copy in map(by_uid, item.successors) if copy is not None]
    for copy in copies:
        copy.predecessor = None
        Journal(copy).note("origin_deleted", user, item=uid)
    explain_gap(item, "deleted")
    Journal(body).note("item_deleted", user, item=uid, reference=item.reference or "")
    item.aq_parent._delObject(item.getId(), suppress_events=False)
    for copy in copies:
        stop_inheriting(copy, uid)
