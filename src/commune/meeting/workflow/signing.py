"""Who signs the documents of a meeting and of its items: the secretary first, then who presided."""

from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import ISigningOrder
from commune.core.rules.signing import Signer
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.mandates import Seat
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.presence import SIGNER, chair_of, known_sheet, named, secretaries


@implementer(ISigningOrder)
@adapter(IMeeting)
class MeetingSigning:
    """The annexes of the meeting and of the items on its agenda."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def signers(self) -> tuple[Signer, ...]:
        meeting = self.context
        chair = named(meeting).get(chair_of(known_sheet(meeting)))
        people = [seat for seat in secretaries(meeting) if SIGNER in seat.usages]
        return _ranked([*people, *([chair] if chair is not None else [])])

    def papers(self) -> tuple[Any, ...]:
        found = [self.context, *items_on(self.context)]
        return tuple(annex for dossier in found for annex in children(dossier, "annex"))


@implementer(ISigningOrder)
@adapter(IMeetingItem)
class ItemSigning:
    """The annexes of the item; those who sign for its meeting."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def signers(self) -> tuple[Signer, ...]:
        meeting = by_uid(self.context.meeting)
        return MeetingSigning(meeting).signers() if meeting is not None else ()

    def papers(self) -> tuple[Any, ...]:
        return tuple(children(self.context, "annex"))


def _ranked(seats: list[Seat]) -> tuple[Signer, ...]:
    """Each person once, in that order."""
    once = {seat.person: seat for seat in seats}
    return tuple(Signer(rank, seat.user_id, seat.name, seat.label) for rank, seat in enumerate(once.values(), start=1))
