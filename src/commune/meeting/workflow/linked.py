"""Items linked by hand: each keeps the others of its group; a reader is told of those that he may open."""

from collections.abc import Iterable
from typing import Any

from plone import api

from commune.core.content.journal import Journal
from commune.core.rules.asked_words import catalog_question
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid, by_uids
from commune.core.workflow.process import Refused
from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules import linked as rules
from commune.meeting.workflow.place import aware

MOST_FOUND = 20


def linked_items(item: Any) -> list[Any]:
    """The items linked to it, whoever may read them: by the day of their meeting, those without one last."""
    return sorted(by_uids(item.links), key=_day)


def _day(item: Any) -> tuple[bool, str, str]:
    meeting = by_uid(item.meeting)
    return (meeting is None, aware(meeting.date).isoformat() if meeting is not None else "", item.UID())


def may_link(item: Any) -> bool:
    """Whether the reader links this item to others: whoever may change it."""
    return bool(api.user.has_permission("Modify portal content", obj=item))


def link(item: Any, uids: Iterable[str], actor: Actor) -> None:
    """Link the item to others that the actor may read, and so to all of their groups. Raises ``Refused``."""
    wanted = tuple(dict.fromkeys(uids))
    found = {uid: by_uid(uid) for uid in wanted}
    known = frozenset(uid for uid, one in found.items() if _readable(one))
    refusals = [*_may(item), *rules.against_linking(item.UID(), wanted, known)]
    if refusals:
        raise Refused(*refusals)
    links = {one.UID(): frozenset(one.links) for one in (item, *found.values())}
    _keep(rules.linked(links, item.UID(), wanted), "linked", actor)


def unlink(item: Any, uid: str, actor: Actor) -> None:
    """Take another item out of the group of this one. Raises ``Refused``."""
    refusals = [*_may(item), *(() if uid in item.links else (Refusal("linked.not_linked", place="items"),))]
    if refusals:
        raise Refused(*refusals)
    other = by_uid(uid)
    links = {uid: frozenset(other.links) if other is not None else frozenset((*item.links, item.UID())) - {uid}}
    _keep(rules.unlinked(links, uid), "unlinked", actor)


def find_items(words: str) -> list[Any]:
    """Brains of the items that the reader may read and whose title, texts or reference hold the words."""
    asked = catalog_question(words)
    catalog = api.portal.get_tool("portal_catalog")
    return (
        list(catalog(portal_type="meeting_item", SearchableText=asked, sort_limit=MOST_FOUND)[:MOST_FOUND])
        if asked
        else []
    )


def _may(item: Any) -> tuple[Refusal, ...]:
    return () if may_link(item) else (Refusal("linked.not_yours"),)


def _readable(one: Any) -> bool:
    return one is not None and IMeetingItem.providedBy(one) and bool(api.user.has_permission("View", obj=one))


def _keep(links: rules.Links, kind: str, actor: Actor) -> None:
    for uid, others in links.items():
        one = by_uid(uid)
        if one is not None and frozenset(one.links) != others:
            one.links = tuple(sorted(others))
            Journal(one).note(kind, actor.userid)
