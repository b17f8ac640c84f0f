"""Changing the fields of an item or of a meeting, as the screens do: with a line in its journal and a new version."""

from collections.abc import Mapping
from typing import Any

from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.rules.sittings import against_hours
from commune.meeting.workflow.place import aware, body_of, meeting_brains, oversees
from commune.meeting.workflow.proposals import MANAGED
from commune.meeting.workflow.proposing import hours_of, meeting_title
from commune.meeting.workflow.reading import hidden_fields
from commune.meeting.workflow.values import read_fields

MOMENTS = ("date", "start", "end", "pre_meeting")


def change_item(item: Any, given: Mapping[str, object], actor: Actor) -> tuple[str, ...]:
    """Write the fields that differ and return their names; raises ``Refused`` with every fault.

    What the actor does not read, he does not write.
    """
    closed = hidden_fields(item, actor) | (frozenset() if oversees(actor, item) else MANAGED)
    values, faults = read_fields(IMeetingItem, item, given, closed)
    return _write(item, values, faults, actor)


def change_meeting(meeting: Any, given: Mapping[str, object], actor: Actor) -> tuple[str, ...]:
    """The same for a meeting: its hours must follow each other, on a date that no other meeting of the body has."""
    values, faults = read_fields(IMeeting, meeting, given, frozenset())
    if not faults and set(values) & set(MOMENTS):
        date, *others = (values.get(name, getattr(meeting, name)) for name in MOMENTS)
        if date is None:
            raise Refused(Refusal("meetings.date_required", place="date"))
        taken = [aware(one.start) for one in meeting_brains(body_of(meeting)) if meeting.UID() != one.UID]
        faults = against_hours(hours_of(date, *others), taken)
    if not faults and set(values) & {"date", "category"}:
        category = values.get("category", meeting.category) or ""
        values["title"] = meeting_title(values.get("date", meeting.date), category)
    return _write(meeting, values, faults, actor)


def _write(dossier: Any, values: dict[str, Any], faults: Refusals, actor: Actor) -> tuple[str, ...]:
    told = {fault.place for fault in faults}
    if "title" in values and "title" not in told and not str(values["title"] or "").strip():
        faults = (*faults, Refusal("items.required_missing", {"field": "title"}, "title"))
    if faults:
        raise Refused(*faults)
    changed = tuple(sorted(name for name, value in values.items() if _differs(dossier, name, value)))
    if not changed:
        return ()
    for name in changed:
        setattr(dossier, name, values[name])
    Journal(dossier).note("edited", actor.userid, fields=list(changed))
    dossier.version += 1
    notify(ObjectModifiedEvent(dossier))
    return changed


def _differs(dossier: Any, name: str, value: Any) -> bool:
    before = getattr(dossier, name, None)
    return bool(getattr(before, "raw", before) != getattr(value, "raw", value))
