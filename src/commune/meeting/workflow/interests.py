"""Interests declared before the sitting: kept on the item, applied to the attendance, recalled on linked items."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from commune.core.content.clock import now, today
from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.mandates import Seat, seats
from commune.core.workflow.process import Refused
from commune.meeting.content.session import keep, sheet_of
from commune.meeting.rules import interests as rules
from commune.meeting.rules.interests import Interest
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.workflow.place import aware, body_of, oversees
from commune.meeting.workflow.presence import MEMBER
from commune.meeting.workflow.session import votes_cast

MOST_LINKED = 50


@dataclass(frozen=True)
class Recalled:
    """A member to be reminded, and the linked item from which he or she withdrew."""

    seat: Seat
    item: Any


def day_of(item: Any) -> date:
    """The day of the meeting that the item is or is to be on; today without one."""
    meeting = by_uid(item.meeting) or by_uid(item.preferred_meeting)
    return aware(meeting.date).date() if meeting is not None else today()


def members_for(item: Any) -> Mapping[str, Seat]:
    """The members of the body on the day of the item, by uid of their seat, in order of precedence."""
    found = seats(day_of(item), body_of(item).getId())
    return {seat.uid: seat for seat in found if MEMBER in seat.usages}


def own_seat(item: Any, actor: Actor) -> Seat | None:
    """The seat of the account among them."""
    mine = (seat for seat in members_for(item).values() if seat.user_id and seat.user_id == actor.userid)
    return next(mine, None)


def declared(item: Any) -> tuple[str, ...]:
    """The members who declared an interest in the item, in order."""
    return tuple(one.member for one in item.interests)


def check_may(item: Any, member: str, actor: Actor) -> None:
    """Raise ``Refused`` for who neither manages the body nor is that member."""
    own = own_seat(item, actor)
    if not (oversees(actor, item) or (own is not None and own.uid == member)):
        raise Refused(Refusal("interests.not_yours", place="member"))


def declare(item: Any, member: str, actor: Actor) -> None:
    """Keep that a member has an interest in the item; if the member is noted present, he or she is out at once.

    Raises ``Refused``.
    """
    check_may(item, member, actor)
    known = members_for(item)
    refusals = rules.against_declaring(member, known, declared(item), item.state in DECIDED)
    if refusals:
        raise Refused(*refusals)
    item.interests = (*item.interests, Interest(member, now(), actor.userid))
    Journal(item).note("interest_declared", actor.userid, title=known[member].name, member=member)
    meeting = by_uid(item.meeting)
    if meeting is not None and sheet_of(meeting).members:
        before = sheet_of(meeting)
        after = rules.withdraw(before, {item.UID(): (member,)}, before.presents, votes_cast(meeting))
        if after != before:
            keep(meeting, after)


def take_back(item: Any, member: str, actor: Actor) -> None:
    """Forget a declaration made by mistake; the attendance stays as noted. Raises ``Refused``."""
    check_may(item, member, actor)
    if member not in declared(item):
        raise Refused(Refusal("interests.not_declared", {"member": member}, "member"))
    item.interests = tuple(one for one in item.interests if one.member != member)
    seat = members_for(item).get(member)
    Journal(item).note("interest_taken_back", actor.userid, title=seat.name if seat else member, member=member)


def still_in(item: Any) -> tuple[str, ...]:
    """Members who declared an interest and are noted present for the item all the same."""
    meeting = by_uid(item.meeting)
    return rules.still_in(sheet_of(meeting), item.UID(), declared(item)) if meeting is not None else ()


def recalled(item: Any) -> list[Recalled]:
    """Members who withdrew from an item of the same chain, or declared an interest in it, and not here yet."""
    here = members_for(item)
    persons = {seat.person: seat for seat in here.values()}
    known = {here[uid].person for uid in (*declared(item), *_withdrew(item)) if uid in here}
    linked = {other.UID(): _persons(other) for other in _chain(item)}
    found = rules.reminded(linked, known)
    return [Recalled(persons[person], by_uid(uid)) for person, uid in found.items() if person in persons]


def _withdrew(item: Any) -> tuple[str, ...]:
    meeting = by_uid(item.meeting)
    return rules.withdrawn_for_interest(sheet_of(meeting), item.UID()) if meeting is not None else ()


def _persons(item: Any) -> tuple[str, ...]:
    found = (by_uid(uid) for uid in (*declared(item), *_withdrew(item)))
    return tuple(mandate.aq_parent.UID() for mandate in found if mandate is not None)


def _chain(item: Any) -> list[Any]:
    """The other items of the chain of copies, those before it first."""
    found, waiting = {item.UID(): item}, [item]
    while waiting and len(found) < MOST_LINKED:
        one = waiting.pop()
        for uid in (one.predecessor, *one.successors):
            other = by_uid(uid) if uid and uid not in found else None
            if other is not None:
                found[uid] = other
                waiting.append(other)
    return sorted((other for other in found.values() if other != item), key=lambda other: other.created())
