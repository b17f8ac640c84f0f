"""Items that come back at each meeting: made from the body's models, on the agenda without anybody's hand."""

from typing import Any

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.creation import create
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.rules.bodies import RecurringItem
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.notifications import managers, tell
from commune.meeting.workflow.place import aware, body_of, meeting_brains
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import rich

TEXTS = ("description", "motivation", "decision")


def make_recurring(meeting: Any, moment: str) -> tuple[Any, ...]:
    """The items that the body wants at that moment: ``creation`` or a transition of the meeting.

    One that cannot be put on the agenda is taken away and reported; the others are made all the same.
    """
    models = [model for model in settings_of(meeting).body.recurring if model.moment == moment]
    made = (_make(meeting, model) for model in models)
    return tuple(item for item in made if item is not None)


def _make(meeting: Any, model: RecurringItem) -> Any:
    unit = unit_uid(model.service)
    if unit is None:
        return _report(meeting, model, (Refusal("recurring.unknown_service", {"service": model.service}),))
    item = create(items_folder(body_of(meeting)), "meeting_item", **_values(meeting, model), responsible_unit=unit)
    try:
        _present(meeting, item)
    except Refused as refused:
        item.aq_parent._delObject(item.getId(), suppress_events=False)
        return _report(meeting, model, refused.refusals)
    Journal(item).note("recurring", SYSTEM.userid, model=model.id)
    return item


def _values(meeting: Any, model: RecurringItem) -> dict[str, Any]:
    settings = settings_of(meeting)
    known = settings.selectable["category"]
    return {
        "title": model.title,
        **{name: rich(getattr(model, name)) for name in TEXTS if getattr(model, name)},
        "category": model.category if model.category in known else None,
        "privacy": model.privacy or settings.body.agenda.default_privacy,
        "preferred_meeting": meeting.UID(),
        "recurring": model.id,
        "minutes_of": previous_meeting(meeting) if model.approves_minutes else None,
    }


def _present(meeting: Any, item: Any) -> None:
    """Onto that very agenda: another meeting is no answer."""
    process = IProcess(item)
    process.move("validated")
    if process.choice().meeting != meeting.UID():
        raise Refused(Refusal("items.no_meeting_accepts"))
    process.perform(SYSTEM, "present")


def _report(meeting: Any, model: RecurringItem, refusals: Refusals) -> None:
    """The managers learn from the journal and by mail why an item is not there."""
    codes = [refusal.code for refusal in refusals]
    Journal(meeting).note("recurring_failed", SYSTEM.userid, model=model.id, title=model.title, reasons=codes)
    tell(meeting, "recurring_failed", managers(meeting))


def previous_meeting(meeting: Any) -> str | None:
    """The uid of the body's meeting just before this one, ``None`` for the first."""
    start = aware(meeting.date)
    earlier = [b.UID for b in meeting_brains(body_of(meeting)) if b.UID != meeting.UID() and aware(b.start) < start]
    return earlier[-1] if earlier else None
