"""The copies of an item, from the first to the last, as one reader may know of them."""

from typing import Any

from plone import api

from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.clones import LinkedItem, linked_tree
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.reading import seen
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import state_title

MOST = 100
"""Copies looked at: far more than any real chain has."""


def family(item: Any, actor: Actor) -> tuple[LinkedItem, ...]:
    """The chain of copies in reading order with their depth; empty for an item without any.

    Of an item that the reader may not open, only the body and the day of its meeting, unless his profile shows
    linked items.
    """
    members = _members(item)
    if len(members) < 2:
        return ()
    shows_all = seen(item, actor).linked_items
    visible = {one.UID() for one in members if shows_all or api.user.has_permission("View", obj=one)}
    return linked_tree(tuple(map(_linked, members)), frozenset(visible))


def _members(item: Any) -> list[Any]:
    """Every item of the chain that stands, whoever may read it: the first one, then its copies."""
    first, climbed = item, {item.UID()}
    while (before := by_uid(first.predecessor)) is not None and before.UID() not in climbed:
        first = before
        climbed.add(first.UID())
    found, waiting = {}, [first]
    while waiting and len(found) < MOST:
        one = waiting.pop(0)
        found[one.UID()] = one
        waiting += [copy for copy in map(by_uid, one.successors) if copy is not None and copy.UID() not in found]
    return list(found.values())


def _linked(item: Any) -> LinkedItem:
    meeting = by_uid(item.meeting)
    day = aware(meeting.date).date().isoformat() if meeting is not None else ""
    state = str(state_title(item.state, settings_of(item)))
    return LinkedItem(item.UID(), item.predecessor, body_of(item).title, day, state, item.title)
