"""The minutes of a meeting: written from its data, kept where the secretary rewrote them, locked once approved."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.content.minutes import keep_minutes, minutes_of
from commune.meeting.rules import minutes as rules
from commune.meeting.rules.minutes import Minutes
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.publication import publish_again
from commune.meeting.workflow.texts import raw, text_of
from commune.meeting.workflow.urgency import told

OPENING, CLOSING = "opening", "closing"


def fresh_parts(meeting: Any) -> Iterator[tuple[str, str]]:
    """Key and text (HTML) of each part as the data gives it now: opening, the items by uid, closing."""
    yield OPENING, raw(meeting, "public_observations")
    for item in items_on(meeting):
        yield item.UID(), told(item) + raw(item, "motivation") + text_of(item)
    yield CLOSING, raw(meeting, "observations")


def regenerate(meeting: Any, actor: Actor) -> Minutes:
    """Write the parts anew; those rewritten by hand keep their words. Raises ``Refused`` once approved."""
    check_manager(actor, meeting)
    return _kept(meeting, rules.regenerate(minutes_of(meeting), fresh_parts(meeting)), "minutes_written", actor)


def edit(meeting: Any, key: str, text: str, actor: Actor) -> Minutes:
    """Rewrite one part by hand; raises ``Refused``: approved, or no such part."""
    check_manager(actor, meeting)
    minutes = minutes_of(meeting)
    if key not in {part.key for part in minutes.parts}:
        raise Refused(Refusal("minutes.unknown_part", {"part": key}))
    return _kept(meeting, rules.edit(minutes, key, text), "minutes_edited", actor, part=key)


def approve(meeting: Any, day: date, actor: Actor) -> Minutes:
    """Approve the minutes on that day: nothing in them changes any more."""
    check_manager(actor, meeting)
    found = _kept(meeting, rules.approve(minutes_of(meeting), day), "minutes_approved", actor)
    meeting.approval_date = day
    publish_again(meeting)
    return found


def current(meeting: Any) -> Minutes:
    """The minutes as a document tells them: written anew as long as they are not approved; nothing is kept."""
    minutes = minutes_of(meeting)
    found = rules.regenerate(minutes, fresh_parts(meeting))
    return found if isinstance(found, Minutes) else minutes


def _kept(meeting: Any, found: Any, kind: str, actor: Actor, **data: object) -> Minutes:
    if not isinstance(found, Minutes):
        raise Refused(*found)
    keep_minutes(meeting, found)
    Journal(meeting).note(kind, actor.userid, **data)
    return found
