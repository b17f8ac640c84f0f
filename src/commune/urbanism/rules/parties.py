"""People of a dossier: what each must carry, who gets the letters, who replaces whom."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from commune.core.rules.identifiers import parse_bce, parse_email, parse_nrn, parse_phone
from commune.core.rules.refusals import NONE, Refusal, Refusals


class Role(StrEnum):
    """What a party is in the dossier."""

    APPLICANT = "applicant"
    OWNER = "owner"
    TENANT = "tenant"
    OPERATOR = "operator"
    PLAINTIFF = "plaintiff"
    OFFENDER = "offender"
    REPRESENTATIVE = "representative"
    PROJECT_AUTHOR = "project_author"
    PEB = "peb"
    SAFETY = "safety"


class SendTo(StrEnum):
    """Who gets the letters meant for a party."""

    PARTY = "party"
    REPRESENTATIVE = "representative"
    BOTH = "both"


@dataclass(frozen=True)
class Person:
    """A natural person; ``nrn`` as typed."""

    name: str = ""
    first_name: str = ""
    nrn: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Company:
    """A legal person with its contact; ``bce`` as typed."""

    denomination: str = ""
    legal_form: str = ""
    bce: str = ""
    contact: Person = field(default_factory=Person)


@dataclass(frozen=True)
class Couple:
    """Two persons at one address: one letter, two names."""

    first: Person = field(default_factory=Person)
    second: Person = field(default_factory=Person)


@dataclass(frozen=True)
class Party:
    """Somebody in a dossier. A party without address lives at the works (``same_as_works``)."""

    uid: str
    role: Role
    who: Person | Company | Couple
    address: str = ""
    same_as_works: bool = False
    send_to: SendTo = SendTo.PARTY
    represented_by: tuple[str, ...] = ()
    active: bool = True
    replaced_by: str = ""


def party_refusals(party: Party, today: date) -> Refusals:
    """Everything wrong with one party; ``place`` names the part (``second.nrn``)."""
    refusals = list(_who_refusals(party.who, today))
    if not party.address.strip() and not party.same_as_works:
        refusals.append(Refusal("required", place="address"))
    if party.send_to is not SendTo.PARTY and not party.represented_by:
        refusals.append(Refusal("party.no_representative", place="send_to"))
    if party.uid in party.represented_by:
        refusals.append(Refusal("party.represents_itself", place="represented_by"))
    return tuple(refusals)


def parties_refusals(parties: Iterable[Party], needs_applicant: bool = True) -> Refusals:
    """What lacks among the parties of a dossier: an active applicant, representatives that exist (W03)."""
    listed = tuple(parties)
    known = {party.uid for party in listed}
    refusals = []
    if needs_applicant and not any(party.active and party.role is Role.APPLICANT for party in listed):
        refusals.append(Refusal("party.no_applicant"))
    for party in listed:
        if not {*party.represented_by, *filter(None, [party.replaced_by])} <= known:
            refusals.append(Refusal("party.unknown", place=party.uid))
    return tuple(refusals)


def addressees(parties: Iterable[Party], role: Role = Role.APPLICANT) -> tuple[str, ...]:
    """Uids of those who get the letters meant for the active parties of a role, each once."""
    found: dict[str, None] = {}
    for party in parties:
        if party.active and party.role is role:
            own = [party.uid] if party.send_to is not SendTo.REPRESENTATIVE else []
            others = party.represented_by if party.send_to is not SendTo.PARTY else ()
            found.update(dict.fromkeys([*own, *others]))
    return tuple(found)


def display_name(party: Party) -> str:
    """Name for titles and lists: ``Dupont Anne``, the denomination, both names of a couple."""
    who = party.who
    if isinstance(who, Company):
        return f"{who.denomination} {who.legal_form}".strip()
    if isinstance(who, Couple):
        return f"{_name(who.first)} - {_name(who.second)}"
    return _name(who)


def dossier_title(reference: str, subject: str, parties: Iterable[Party]) -> str:
    """Title of a dossier: reference, subject, active applicants; what is missing leaves no trace."""
    names = ", ".join(display_name(p) for p in parties if p.active and p.role is Role.APPLICANT)
    return " – ".join(part for part in (reference, subject, names) if part)


def _name(person: Person) -> str:
    return f"{person.name} {person.first_name}".strip()


def _who_refusals(who: Person | Company | Couple, today: date) -> Refusals:
    if isinstance(who, Person):
        return _person_refusals(who, today)
    if isinstance(who, Couple):
        return _person_refusals(who.first, today, "first.") + _person_refusals(who.second, today, "second.")
    missing = () if who.denomination.strip() else (Refusal("required", place="denomination"),)
    number = _at("bce", parse_bce(who.bce).refusals) if who.bce.strip() else NONE
    named = Person(
        who.contact.name or "-", who.contact.first_name, who.contact.nrn, who.contact.email, who.contact.phone
    )
    return missing + number + _person_refusals(named, today, "contact.")


def _person_refusals(person: Person, today: date, prefix: str = "") -> Refusals:
    found = () if person.name.strip() else (Refusal("required", place=f"{prefix}name"),)
    nrn = parse_nrn(person.nrn, today=today, accept_bis=True, required=False).refusals
    mail = parse_email(person.email).refusals if person.email.strip() else NONE
    phone = parse_phone(person.phone).refusals if person.phone.strip() else NONE
    return found + _at(f"{prefix}nrn", nrn) + _at(f"{prefix}email", mail) + _at(f"{prefix}phone", phone)


def _at(place: str, refusals: Refusals) -> Refusals:
    return tuple(Refusal(refusal.code, refusal.data, place) for refusal in refusals)
