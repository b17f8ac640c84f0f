"""Declarations of interest on the page of an item."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.workflow.actor import current_actor
from commune.core.workflow.mandates import Seat
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.workflow.interests import declared, members_for, own_seat, recalled, still_in
from commune.meeting.workflow.place import oversees

OPEN = ("validated", *AGENDA_STATES)


@dataclass(frozen=True)
class Line:
    """A member who declared an interest; ``present``: noted present for the item all the same."""

    uid: str
    name: str
    present: bool


class Interests(BrowserView):
    """``@@interests``: macro ``panel``, and what it shows to managers, and to a member of himself."""

    template = ViewPageTemplateFile("panel.pt")

    @property
    def macros(self) -> object:
        return self.template.macros

    @cached_property
    def manages(self) -> bool:
        actor = current_actor(self.context)
        return oversees(actor, self.context)

    @cached_property
    def own(self) -> Seat | None:
        return own_seat(self.context, current_actor(self.context))

    @property
    def open(self) -> bool:
        """Whether an interest may still be declared."""
        return self.context.state in OPEN

    @cached_property
    def lines(self) -> list[Line]:
        """The declarations that the reader may know of."""
        known, inside = members_for(self.context), still_in(self.context)
        return [
            Line(uid, known[uid].name if uid in known else uid, uid in inside)
            for uid in declared(self.context)
            if self.manages or (self.own is not None and self.own.uid == uid)
        ]

    @property
    def shown(self) -> bool:
        return bool(self.lines) or (self.open and (self.manages or self.own is not None))

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The members who may be chosen: all for managers, oneself for a member."""
        if not self.open:
            return []
        members = members_for(self.context).values() if self.manages else [seat for seat in [self.own] if seat]
        known = declared(self.context)
        return [(seat.uid, seat.name) for seat in members if seat.uid not in known]

    @property
    def reminders(self) -> list[dict[str, Any]]:
        """For managers: who withdrew from a linked item."""
        found = recalled(self.context) if self.manages and self.open else []
        return [
            {
                "name": one.seat.name,
                "title": one.item.title,
                "url": one.item.absolute_url() if api.user.has_permission("View", obj=one.item) else "",
            }
            for one in found
        ]
