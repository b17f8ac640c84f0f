"""The people of a permit."""

from typing import Any

from commune.core.content.clock import today
from commune.core.rules.identifiers import format_bce, mask_nrn, parse_bce, parse_nrn
from commune.urbanism.content.parties import parties
from commune.urbanism.content.places import locations
from commune.urbanism.rules.parties import Company, Couple, Party, Person, display_name
from commune.urbanism.workflow.titles import ROLES


class PeoplePart:
    """Lines for the template; a national number is never whole in them."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Those who are in the dossier, then those who left it."""
        known = sorted(parties(self.page.context), key=lambda party: not party.active)
        return [self._line(party) for party in known]

    def _line(self, party: Party) -> dict[str, Any]:
        person = person_of(party)
        works = locations(self.page.context)
        return {
            "uid": party.uid,
            "role": ROLES.get(party.role, party.role.value),
            "name": display_name(party),
            "address": works[0].line if party.same_as_works and works else party.address,
            "email": person.email,
            "phone": person.phone,
            "nrn": masked(person.nrn),
            "bce": _bce(party),
            "active": party.active,
        }


def person_of(party: Party) -> Person:
    """The person to write to: oneself, the contact of a company, the first of a couple."""
    if isinstance(party.who, Company):
        return party.who.contact
    return party.who.first if isinstance(party.who, Couple) else party.who


def masked(typed: str) -> str:
    """``79.03.14-***.**``; a number that cannot be read is hidden whole."""
    read = parse_nrn(typed, today=today(), accept_bis=True, required=False)
    if not typed:
        return ""
    return mask_nrn(read.value) if read.value else "***"


def _bce(party: Party) -> str:
    typed = party.who.bce if isinstance(party.who, Company) else ""
    read = parse_bce(typed)
    return format_bce(read.value) if read.value else typed
