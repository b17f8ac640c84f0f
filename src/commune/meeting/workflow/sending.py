"""From one body to another: the College's proposal becomes the Council's item."""

from dataclasses import dataclass
from typing import Any

from plone import api
from zope.event import notify

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import SYSTEM, Actor
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.events import ItemSent
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.masking import plain
from commune.meeting.rules.outcomes import outcome_of
from commune.meeting.rules.sending import (
    OWN_TEXTS,
    Journey,
    Returned,
    SendFlags,
    SentItem,
    against_sending_by_hand,
    journey,
    own_texts,
    to_send,
)
from commune.meeting.workflow.clones import copy_annexes, copy_into
from commune.meeting.workflow.opinion_copies import carry_over
from commune.meeting.workflow.place import aware, bodies, body_of, candidates, oversees
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.texts import raw, text_of


def flags_of(item: Any) -> tuple[SendFlags, ...]:
    """What the item says for each body that it is to be sent to."""
    return tuple(flag_for(item, body) for body in item.send_to or ())


def flag_for(item: Any, body: str) -> SendFlags:
    """What the item says for one body."""
    return SendFlags(body, urgent=body in (item.send_urgent or ()), closed=body in (item.send_closed or ()))


def send_automatically(item: Any, settings: Settings, actor: Actor) -> None:
    """Send the item to the bodies it is flagged for, once each, when its state is an automatic one."""
    wanted = {flag.body: flag for flag in to_send(settings.body.sending, flags_of(item), item.state, still_sent(item))}
    for body in bodies(api.portal.get()):
        if body.getId() in wanted:
            send(item, body, wanted[body.getId()], settings, actor)


@dataclass(frozen=True)
class Way:
    """A body that receives items from another, and why one item may not be sent there now."""

    body: Any
    refusals: Refusals


def ways(item: Any, actor: Actor) -> list[Way]:
    """The bodies that the body of the item sends to, in the order of its settings."""
    known = {body.getId(): body for body in bodies(api.portal.get())}
    targets = [target.body for target in settings_of(item).body.sending.targets if target.body in known]
    return [Way(known[name], against_sending(item, name, actor)) for name in targets]


def send_by_hand(item: Any, name: str, actor: Actor) -> Any:
    """Send the item to one body now, flagged for it or not; the copy. Raises ``Refused`` with every reason."""
    refusals = against_sending(item, name, actor)
    if refusals:
        raise Refused(*refusals)
    body = next(body for body in bodies(api.portal.get()) if body.getId() == name)
    return send(item, body, flag_for(item, name), settings_of(item), actor)


def against_sending(item: Any, name: str, actor: Actor) -> Refusals:
    """Why the actor may not send the item there by hand now: who edits the item may, and who manages its body."""
    edits = oversees(actor, item) or api.user.has_permission("Modify portal content", obj=item)
    sending = settings_of(item).body.sending
    return against_sending_by_hand(sending, item.state, name, still_sent(item), bool(edits))


def texts_for(item: Any) -> dict[str, Any]:
    """The fields of the copy that were written for the bodies that receive it."""
    words = {f"send_{name}": plain(raw(item, f"send_{name}")) for name in OWN_TEXTS}
    return {name: getattr(item, f"send_{name}") for name in own_texts(words)}


def still_sent(item: Any) -> frozenset[str]:
    """The bodies in which a copy of the item still exists: deleting the copy allows another one."""
    copies = (by_uid(uid) for uid in item.successors)
    here = body_of(item).getId()
    return frozenset(body_of(copy).getId() for copy in copies if copy is not None) - {here}


def send(item: Any, body: Any, flag: SendFlags, settings: Settings, actor: Actor) -> Any:
    """The copy of an item in another body, taken as far as the settings say; warns in its journal when it stops."""
    target = next(target for target in settings.body.sending.targets if target.body == body.getId())
    there = settings_of(body)
    privacy = "secret" if flag.closed else there.body.agenda.default_privacy
    category = settings.category_in(item.category, flag.body)
    new = copy_into(item, body, actor, category=category, privacy=privacy, **texts_for(item))
    sending = settings.body.sending
    if sending.annexes:
        copy_annexes(item, new, settings, sending.decision_annexes)
    carry_over(item, new, sending.opinions, sending.advisers)
    way = journey(target, flag, candidates(body), there.body.meetings.accepting, now())
    new.preferred_meeting = way.meeting
    _advance(item, new, way)
    notify(ItemSent(item.UID(), new.UID(), actor.userid))
    return new


def _advance(item: Any, new: Any, way: Journey) -> None:
    """Run the transitions with system rights; stop where a reason stands against one."""
    process = IProcess(new)
    _warn(item, new, way.warnings)
    if "validate" in way.transitions:
        process.move("validated")
    if "present" in way.transitions:
        try:
            process.perform(SYSTEM, "present")
        except Refused as refused:
            _warn(item, new, refused.refusals)
    new.reindexObject()


def _warn(item: Any, new: Any, refusals: tuple[Refusal, ...]) -> None:
    for dossier in (item, new) if refusals else ():
        Journal(dossier).note("sending_stopped", SYSTEM.userid, reasons=[refusal.code for refusal in refusals])


def returned(item: Any) -> tuple[SentItem, ...]:
    """What each receiving body made of the item: outcome, day, number, deliberation; none while it is pending."""
    here = body_of(item)
    copies = filter(None, map(by_uid, item.successors))
    return tuple(SentItem(item.UID(), body_of(copy).getId(), _outcome(copy)) for copy in copies
                 if body_of(copy) != here)  # fmt: skip


def _outcome(copy: Any) -> Returned | None:
    meeting = by_uid(copy.meeting)
    if meeting is None or outcome_of(copy.state) is None:
        return None
    numbers = numbering(meeting.agenda)
    day, number = aware(meeting.date).date(), str(numbers.get(copy.UID(), ""))
    return Returned(body_of(copy).getId(), copy.state, day, number, copy.deliberation_number, text_of(copy))


def sent_items(body: Any) -> tuple[SentItem, ...]:
    """The items of a body that were sent to others, with what came back, whoever may read them."""
    targets = [target.body for target in settings_of(body).body.sending.targets]
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting_item", path="/".join(body.getPhysicalPath()), item_send_to=targets
    )
    items = filter(None, (by_uid(brain.UID) for brain in brains))
    return tuple(sent for item in items for sent in returned(item))


def outcome_elsewhere(item: Any) -> Any:
    """The copy in another body that decides what this item proposed, or ``None``."""
    here = body_of(item)
    copies = (by_uid(uid) for uid in item.successors)
    return next((copy for copy in copies if copy is not None and body_of(copy) != here), None)


def copy_files(uids: tuple[str, ...], item: Any) -> None:
    """Copy the annexes of those uids into an item; one that is gone is left out and said in the journal."""
    for uid in uids:
        annex = by_uid(uid)
        if annex is None:
            Journal(item).note("file_missing", SYSTEM.userid, file=uid)
        else:
            create(item, "annex", title=annex.title, file=annex.file, category=annex.category, origin="request")
