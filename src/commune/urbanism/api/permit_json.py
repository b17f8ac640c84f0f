"""A permit and its parts as JSON."""

from typing import Any

from commune.core.api.day_json import iso
from commune.core.content.clock import today
from commune.core.rules.identifiers import mask_nrn, parse_nrn
from commune.urbanism.content.parties import parties
from commune.urbanism.content.places import ParcelRecord, locations, parcels
from commune.urbanism.content.steps import day_of, steps
from commune.urbanism.rules.parties import Company, Couple, Party, Person, display_name
from commune.urbanism.rules.regimes import regime_on
from commune.urbanism.rules.steps import Marker, first_deposit

DATES = (Marker.DEPOSIT, Marker.ACKNOWLEDGMENT, Marker.DECISION, Marker.NOTIFICATION)


def permit_json(permit: Any) -> dict[str, Any]:
    """The facts of a permit, as who reads the whole of it knows them; national numbers are masked."""
    decision, college = permit.decision, permit.college
    return {
        "@id": permit.absolute_url(),
        "@type": permit.portal_type,
        "UID": permit.UID(),
        "schema": "urban-file/1",
        "reference": permit.reference,
        "procedure": permit.procedure,
        "regime": str(regime_on(first_deposit(steps(permit)), today())),
        "subject": permit.subject,
        "description": permit.description,
        "state": permit.state,
        "version": permit.version,
        "procedure_choice": sorted(permit.procedure_choice or ()),
        "missing_pieces": list(permit.missing_pieces or ()),
        "dates": {marker.value: iso(day_of(permit, marker)) for marker in DATES},
        "parties": [party_json(party) for party in parties(permit)],
        "locations": [location_json(location) for location in locations(permit)],
        "parcels": [parcel_json(record) for record in parcels(permit)],
        "college": college
        and {"requested_on": iso(college.requested_on), "item": college.item, "day": iso(college.day)},
        "decision": decision
        and {"on": iso(decision.on), "sense": decision.sense, "by": decision.by, "number": decision.number},
    }


def restricted_json(permit: Any) -> dict[str, Any]:
    """What an adviser knows of a permit: what and where, not who."""
    whole = permit_json(permit)
    kept = ("@id", "@type", "UID", "schema", "reference", "subject", "description", "state", "locations", "parcels")
    return {name: whole[name] for name in kept}


def location_json(location: Any) -> dict[str, Any]:
    names = ("street", "number", "postcode", "locality", "street_id")
    return {name: getattr(location, name) for name in names}


def parcel_json(record: ParcelRecord) -> dict[str, Any]:
    return {"key": record.key, "text": record.line, "part_only": record.parcel.part_only, "status": record.status}


def party_json(party: Party) -> dict[str, Any]:
    """Somebody in a dossier; the national number is masked."""
    who = party.who
    persons = _persons(who)
    known = {
        "uid": party.uid,
        "role": party.role.value,
        "display": display_name(party),
        "address": party.address,
        "same_as_works": party.same_as_works,
        "active": party.active,
        "persons": [_person(person) for person in persons],
    }
    if isinstance(who, Company):
        known |= {"denomination": who.denomination, "legal_form": who.legal_form, "bce": who.bce}
    return known


def _persons(who: Person | Company | Couple) -> tuple[Person, ...]:
    if isinstance(who, Couple):
        return (who.first, who.second)
    return (who.contact,) if isinstance(who, Company) else (who,)


def _person(person: Person) -> dict[str, str]:
    read = parse_nrn(person.nrn, today=today(), accept_bis=True, required=False)
    masked = mask_nrn(read.value) if read.value else "***" if person.nrn else ""
    names = ("name", "first_name", "email", "phone")
    return {**{name: getattr(person, name) for name in names}, "nrn": masked}
