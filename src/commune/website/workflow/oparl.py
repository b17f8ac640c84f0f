"""The objects of OParl, from the public meetings and the persons of the site."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from plone import api

from commune.core.content.authority import authority
from commune.core.content.person import IMandate
from commune.core.rules.html_words import plain
from commune.website.rules import oparl as rules
from commune.website.rules.linked_data import Sitting
from commune.website.rules.oparl import Addresses, Entry, Held, Host, Member
from commune.website.workflow.linked_data import sitting_of
from commune.website.workflow.meeting_words import outcome_words

MEMBER = "member"


class Source:
    """Reads the site once for one answer."""

    def __init__(self, root: str) -> None:
        self.at = Addresses(root)

    def entries(self, kind: str, organization: str = "") -> Iterable[Entry] | None:
        """All objects of a kind, ``None`` when there is no such kind. ``organization`` narrows meetings."""
        makers: dict[str, Callable[[], Iterable[Entry]]] = {
            "System": lambda: [rules.system(self.host(), self.at)],
            "Body": lambda: [rules.body(self.host(), self.at, self._changed())],
            "Organization": lambda: rules.organizations(self.sittings, self.members, self.at),
            "Person": lambda: rules.persons(self.members, self.at),
            "Membership": lambda: rules.memberships(self.members, self.at),
            "Meeting": lambda: self._meetings(organization),
            "AgendaItem": lambda: rules.agenda_items(self.sittings, self._words(self.sittings), self.at),
            "Paper": lambda: rules.papers(self.sittings, self.at),
            "Consultation": lambda: rules.consultations(self.sittings, self.at),
            "File": lambda: rules.files(self.sittings, self.at),
            "Location": lambda: rules.locations(self.sittings, self.at),
            "LegislativeTerm": lambda: [],
        }
        return makers[kind]() if kind in makers else None

    def host(self) -> Host:
        """The authority."""
        settings, site = authority(), api.portal.get()
        since = site.created().asdatetime()
        return Host(settings.name or site.title, site.absolute_url(), settings.email or "", settings.kind, since)

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        """Every meeting that ever was public."""
        rows = api.portal.get_tool("portal_catalog")(portal_type="council_meeting")
        return tuple(sitting_of(row.getObject()) for row in rows)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Who holds or held a mandate in a body that has public meetings."""
        bodies = {sitting.body for sitting in self.sittings}
        rows = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="person", sort_on="path")
        found = (_member(row._unrestrictedGetObject(), bodies) for row in rows)
        return tuple(member for member in found if member.seats)

    def _meetings(self, organization: str) -> Iterable[Entry]:
        sittings = [one for one in self.sittings if organization in ("", one.body)]
        people = {held.uid: member.uid for member in self.members for held in member.seats}
        return rules.meetings(sittings, self._words(sittings), people, self.at)

    def _words(self, sittings: Iterable[Sitting]) -> dict[str, str]:
        words = outcome_words(str(api.portal.get_default_language()))
        texts = {f"text:{item.uid}": plain(item.decision) for one in sittings for item in one.items if item.uid}
        return words | texts

    def _changed(self) -> Any:
        return max((one.changed for one in self.sittings), default=self.host().since)


def _member(person: Any, bodies: set[str]) -> Member:
    seats = [seat for seat in person.objectValues() if IMandate.providedBy(seat) and seat.body in bodies]
    return Member(
        uid=person.UID(),
        first_name=person.first_name or "",
        last_name=person.last_name or "",
        gender=person.gender or "",
        created=person.created().asdatetime(),
        modified=max(one.modified().asdatetime() for one in (person, *seats)),
        seats=tuple(_held(seat) for seat in seats),
    )


def _held(seat: Any) -> Held:
    made, changed = seat.created().asdatetime(), seat.modified().asdatetime()
    role = seat.label or seat.role
    return Held(seat.UID(), seat.body, role, seat.start, seat.end, MEMBER in (seat.usages or ()), made, changed)
