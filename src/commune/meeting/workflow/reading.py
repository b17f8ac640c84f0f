"""What one reader sees inside an item that he may open."""

from typing import Any

from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.opinions import OpinionFile, opinion_files
from commune.meeting.rules.access import ALL_SEEN, Seen, decision_hidden, managers_of, observers_of, seen_by
from commune.meeting.rules.advisers import optional_opinion
from commune.meeting.rules.masking import MARK, masked
from commune.meeting.rules.opinions import Reader, visible_opinions
from commune.meeting.workflow.access import access_facts, group_of, item_grants
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import speaks
from commune.meeting.workflow.place import body_of, oversees
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import raw

OUTSIDE = frozenset({"access.copy", "access.restricted_copy", "access.power_observer", "access.adviser_reads"})
"""Rights of people who are not of the service."""


def seen(item: Any, actor: Actor) -> Seen:
    """What the actor sees of an item: everything for managers and administrators."""
    settings, body = settings_of(item), body_of(item)
    if actor.administrator:
        return ALL_SEEN
    named = [managers_of(settings.body), *(observers_of(settings.body, p) for p in settings.body.access.observers)]
    own = {name for name in named if group_of(name, settings, body) in actor.groups}
    return seen_by(settings.body, access_facts(item), actor.groups | frozenset(own))


def knows_of(file: OpinionFile, actor: Actor, confidential: bool) -> bool:
    """Whether the actor may know of the opinion; ``confidential``: of confidential ones too."""
    own = frozenset({file.opinion.service} if speaks(actor, file.opinion.service) else ())
    return bool(visible_opinions((file.opinion,), Reader(own, confidential)))


DECISION_FIELDS = frozenset({"motivation", "decision", "decision_cont", "decision_end", "votes_result"})
MANAGERS_ONLY = frozenset({"notes"})
HOUSE_ONLY = frozenset({"internal_notes"})


def hidden_fields(item: Any, actor: Actor | None = None) -> frozenset[str]:
    """The fields of the item that the actor does not read: decisions under writing, notes of others."""
    reading = actor or current_actor(item)
    hidden = DECISION_FIELDS if hides_decision(item, reading) else frozenset()
    if oversees(reading, item):
        return hidden
    hidden |= MANAGERS_ONLY
    inside = {grant.rule for grant in item_grants(item) if grant.principal in reading.groups} - OUTSIDE
    return hidden if inside else hidden | HOUSE_ONLY


def text_for(item: Any, name: str, actor: Actor | None = None) -> str:
    """A text of the item as the actor may read it: without what was marked as personal for whom that is hidden."""
    html = raw(item, name)
    return html if MARK not in html or seen(item, actor or current_actor(item)).masked_text else masked(html)


def known_services(item: Any, actor: Actor) -> frozenset[str]:
    """The services whose opinion the actor may know of."""
    confidential = seen(item, actor).confidential_opinions
    return frozenset(name for name, file in effective_files(item).items() if knows_of(file, actor, confidential))


def asked_advisers(item: Any, actor: Actor | None = None) -> list[str]:
    """The services whose opinion the item asks, without those whose opinion the actor may not know of."""
    hidden = frozenset(opinion_files(item)) - known_services(item, actor or current_actor(item))
    rows = settings_of(item).body.opinions.rows
    return [one for one in item.optional_advisers or () if optional_opinion(rows, one).service not in hidden]


def hides_decision(item: Any, actor: Actor | None = None) -> bool:
    """Whether motivation, decision and votes give way to a notice while decisions are being written."""
    meeting = by_uid(item.meeting)
    if meeting is None:
        return False
    return decision_hidden(settings_of(item).body, meeting.state, seen(item, actor or current_actor(item)))
