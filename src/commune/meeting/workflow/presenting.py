"""Items that wait for a meeting, and putting several of them on its agenda at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from plone import api

from commune.core.content.clock import BRUSSELS
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.rules.lateness import is_offered
from commune.meeting.workflow.place import aware, body_of, candidates
from commune.meeting.workflow.settings import fixed


@dataclass(frozen=True)
class Done:
    """What became of one item of a batch: its title, and the reasons when it was left."""

    uid: str
    title: str
    refusals: Refusals = ()


def offered_items(meeting: Any) -> list[Any]:
    """The items that the meeting may take, from the catalog, in order of their titles; as the user may see them."""
    body = body_of(meeting)
    days = {one.uid: one.start.astimezone(BRUSSELS).date() for one in candidates(body)}
    day, frozen, closed = aware(meeting.date).date(), fixed(meeting.state), meeting.state == "closed"
    brains = api.portal.get_tool("portal_catalog").searchResults(
        portal_type="meeting_item",
        path="/".join(body.getPhysicalPath()),
        review_state="validated",
        sort_on="sortable_title",
    )
    return [
        brain
        for brain in brains
        if is_offered("validated", day, frozen, days.get(brain.item_preferred_meeting or ""), closed)
    ]


def present(meeting: Any, uids: Iterable[str], actor: Actor) -> list[Done]:
    """Put each item on the agenda of that meeting; one that cannot is reported and stops no other."""
    return [_moved(uid, "present", actor, meeting.UID()) for uid in uids]


def take_off(meeting: Any, uids: Iterable[str], actor: Actor) -> list[Done]:
    """Send each item of the meeting back to validated; one that cannot is reported and stops no other."""
    here = frozenset(meeting.agenda.uids)
    return [_moved(uid, "back_to_validated", actor, None) for uid in uids if uid in here]


def _moved(uid: str, transition: str, actor: Actor, wanted: str | None) -> Done:
    item = by_uid(uid)
    process = IProcess(item)
    process.wanted = wanted
    try:
        process.perform(actor, transition)
    except Refused as refused:
        return Done(uid, item.title, tuple(refused.refusals))
    return Done(uid, item.title)
