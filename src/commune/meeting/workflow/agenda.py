"""Items enter, move on and leave the agenda of a meeting: the one place where an agenda is written."""

from collections.abc import Callable
from typing import Any

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal
from commune.core.workflow.lookup import by_uid, by_uids
from commune.core.workflow.process import Refused
from commune.meeting.rules import agenda as rules
from commune.meeting.rules.agenda import Agenda, Change, numbering
from commune.meeting.rules.insertion import InsertionFacts, Key, insertion_key
from commune.meeting.rules.lateness import (
    URGENT,
    entry_list_type,
    is_late,
    list_type_after_removal,
    list_type_after_sending,
)
from commune.meeting.rules.legal_clock import Colour
from commune.meeting.workflow.legal_acts import clock_of
from commune.meeting.workflow.numbers import write_references
from commune.meeting.workflow.publication import publish_again
from commune.meeting.workflow.settings import Settings, fixed, settings_of


def insertion_facts(item: Any) -> InsertionFacts:
    """What the insertion rules look at."""
    return InsertionFacts(
        list_type=item.list_type or "normal",
        category=item.category or "",
        classifier=item.classifier or "",
        service=item.responsible_unit or "",
        associated_services=tuple(item.associated_services or ()),
        in_charge=tuple(item.services_in_charge or ()),
        committees=tuple(item.committees or ()),
        privacy=item.privacy or "public",
        to_discuss=bool(item.to_discuss),
        send_to=tuple(item.send_to or ()),
        poll_type=item.poll_type or "",
        title=item.title,
        decision=item.decision.raw if item.decision else "",
        creator_name=item.Creator(),
        custom={"rank": item.rank},
    )


def key_of(item: Any, settings: Settings) -> Key:
    """The insertion key of an item under the settings of its body."""
    return insertion_key(settings.body.agenda.rules, insertion_facts(item), settings.ranks)


def keys_of(meeting: Any, settings: Settings) -> dict[str, Key]:
    """The keys of the items on the agenda; computed again when the settings changed since."""
    store = meeting.agenda_store
    if store.settings != settings.fingerprint:
        store.keys = {item.UID(): key_of(item, settings) for item in by_uids(store.agenda.uids)}
        store.settings = settings.fingerprint
    return store.keys


def put_on(meeting: Any, item: Any) -> None:
    """Insert the item where the rules of the body want it; late when the meeting is frozen."""
    settings = settings_of(meeting)
    preferred = by_uid(item.preferred_meeting)
    late = is_late(meeting.date.date(), fixed(meeting.state), preferred.date.date() if preferred is not None else None)
    entering = entry_list_type(late, bool(item.insert_as_normal), item.list_type or "normal")
    item.list_type = list_type_after_sending(entering, *_convened(meeting, settings))
    if item.list_type == "late":
        item.to_discuss = settings.body.agenda.to_discuss_late
    key = key_of(item, settings)
    uid = item.UID()
    keys = keys_of(meeting, settings)
    write(meeting, rules.insert(meeting.agenda, uid, key, keys))
    meeting.agenda_store.keys = {**keys, uid: key}
    item.meeting = meeting.UID()


def _convened(meeting: Any, settings: Settings) -> tuple[bool, bool, bool]:
    """Whether the agenda was sent, the body has urgent items, and a councillor may still add a point."""
    used = any(term.id == URGENT and not term.retired for term in settings.body.agenda.list_types)
    sent = meeting.convocation_date is not None
    if not (sent and used):
        return sent, used, True
    points = next((line for line in clock_of(meeting) if line.act == "councillor_points"), None)
    return sent, used, points is None or points.colour is not Colour.RED


def take_off(item: Any) -> None:
    """Take the item off the agenda; what the meeting kept about it goes too."""
    meeting = by_uid(item.meeting)
    uid = item.UID()
    write(meeting, rules.remove(meeting.agenda, uid))
    meeting.agenda_store.keys = {other: key for other, key in meeting.agenda_store.keys.items() if other != uid}
    item.meeting = None
    item.list_type = list_type_after_removal(item.list_type or "normal")


def change_order(meeting: Any, act: Callable[[Agenda], Change], seen: int | None, actor: str) -> Change:
    """Apply a move made by hand; raises ``Refused`` when the page that asked it is stale or the move impossible."""
    agenda = meeting.agenda
    if meeting.state == "closed":
        raise Refused(Refusal("meetings.closed"))
    if seen is not None:
        stale = rules.check_version(agenda, seen)
        if stale:
            raise Refused(*stale)
    change = act(agenda)
    write(meeting, change)
    if change.lowest is not None:
        Journal(meeting).note("agenda_moved", actor, renumbered=[list(map(str, line)) for line in change.renumbered])
    return change


def reorder(meeting: Any, seen: int | None, actor: str) -> Change:
    """Apply the rules to the whole agenda; the order before is kept for :func:`undo`."""
    change = change_order(meeting, lambda agenda: sorted_anew(meeting, agenda), seen, actor)
    meeting.agenda_store.undo = change.before if change.lowest is not None else None
    return change


def undoable(meeting: Any) -> bool:
    """Whether the last change of the agenda was :func:`reorder`."""
    before = getattr(getattr(meeting, "_agenda_store", None), "undo", None)
    return before is not None and before.version + 1 == meeting.agenda.version


def undo(meeting: Any, seen: int | None, actor: str) -> Change:
    """Put back the order that :func:`reorder` replaced; raises ``Refused`` when something changed since."""
    if not undoable(meeting):
        raise Refused(Refusal("agenda.nothing_to_undo"))
    entries = meeting.agenda_store.undo.entries
    change = change_order(meeting, lambda agenda: rules.accept(agenda, entries), seen, actor)
    meeting.agenda_store.undo = None
    return change


def write(meeting: Any, change: Change) -> None:
    """Store the changed agenda, with the references that follow; raises ``Refused`` for a refused change."""
    if change.refusals:
        raise Refused(*change.refusals)
    meeting.agenda_store.agenda = change.after
    if change.lowest is not None and fixed(meeting.state):
        write_references(meeting, settings_of(meeting), change.lowest)
    publish_again(meeting)


def number_of(item: Any) -> str:
    """The number of the item on its agenda, ``""`` when it is on none."""
    meeting = by_uid(item.meeting)
    number = numbering(meeting.agenda).get(item.UID()) if meeting is not None else None
    return str(number) if number else ""


def sorted_anew(meeting: Any, agenda: Agenda) -> Change:
    """The agenda as the rules of the body would order it now."""
    return rules.reapply(agenda, keys_of(meeting, settings_of(meeting)))
