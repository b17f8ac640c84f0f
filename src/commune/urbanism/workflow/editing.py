"""What the service in charge changes of a permit: people, places, procedure, draft; each act is in the journal."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from plone import api

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.content.records import Records
from commune.core.rules.parcels import UNREGISTERED, parse_references
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.urbanism.content.parties import keep_party, parties
from commune.urbanism.content.places import LOCATIONS, PARCELS, ParcelRecord, WorkLocation, parcels
from commune.urbanism.content.settings import settings
from commune.urbanism.rules.parties import Party, party_refusals
from commune.urbanism.rules.procedure_choice import Choice, choice_refusals
from commune.urbanism.workflow.access import acts
from commune.urbanism.workflow.machine import FINAL
from commune.urbanism.workflow.streets import resolve

DRAFT = ("motivation", "draft_decision")


def edit_refusals(permit: Any, actor: Actor) -> Refusals:
    """Why the actor may not change what the permit says now."""
    found = [] if acts(permit, actor) else [Refusal("permit.not_yours")]
    if permit.state in FINAL:
        found.append(Refusal("permit.not_final_fields"))
    return tuple(found)


def _open(permit: Any, actor: Actor, refusals: Refusals = NONE) -> None:
    found = edit_refusals(permit, actor) or refusals
    if found:
        raise Refused(*found)


def _told(permit: Any, actor: Actor, kind: str, **data: object) -> None:
    Journal(permit).note(kind, actor.userid, **data)
    permit.reindexObject()


def choose(permit: Any, actor: Actor, chosen: Iterable[str]) -> None:
    """Say what the dossier must go through; raises ``Refused`` when the members do not go together (S17)."""
    known = frozenset(Choice(value) for value in chosen if value in set(Choice))
    refusals = tuple(Refusal(r.code, r.data, "choice") for r in choice_refusals(known))
    _open(permit, actor, refusals)
    permit.procedure_choice = {choice.value for choice in known}
    _told(permit, actor, "choice", members=sorted(permit.procedure_choice))


def list_missing(permit: Any, actor: Actor, text: str) -> None:
    """Say which pieces are missing, one a line; none: nothing is missing any more."""
    _open(permit, actor)
    permit.missing_pieces = [line.strip() for line in text.splitlines() if line.strip()]
    _told(permit, actor, "missing_pieces", count=len(permit.missing_pieces))


def write_draft(permit: Any, actor: Actor, **texts: str) -> None:
    """Keep the draft decision and its motivation."""
    _open(permit, actor)
    for name in DRAFT:
        if name in texts:
            setattr(permit, name, texts[name].strip())
    _told(permit, actor, "draft")


def take_charge(permit: Any, actor: Actor) -> None:
    """The actor handles the dossier from now on."""
    _open(permit, actor)
    permit.assigned_to = actor.userid
    _told(permit, actor, "taken", to=actor.userid)


def add_location(permit: Any, actor: Actor, location: WorkLocation) -> WorkLocation:
    """Add an address; its street is looked for in the register and kept as typed when it is not there."""
    _open(permit, actor, NONE if location.street.strip() else (Refusal("required", place="street"),))
    found = resolve(api.portal.get(), location)
    Records(permit, LOCATIONS).add(found)
    _told(permit, actor, "location_added", title=found.line)
    return found


def add_parcels(permit: Any, actor: Actor, text: str) -> tuple[ParcelRecord, ...]:
    """Add the parcels of a text as people type them; raises ``Refused``, and then adds none."""
    parsed = parse_references(text, _division())
    refusals = tuple(Refusal(r.code, r.data, "parcels") for r in parsed.refusals)
    added = tuple(ParcelRecord(parcel) for parcel in parsed.value or ())
    _open(permit, actor, refusals or _parcel_refusals(permit, added))
    for record in added:
        Records(permit, PARCELS).add(record)
    _told(permit, actor, "parcels_added", title="; ".join(record.line for record in added))
    return added


def _parcel_refusals(permit: Any, added: Iterable[ParcelRecord]) -> Refusals:
    known = {record.key for record in parcels(permit)}
    divisions = {*(settings().divisions or ()), UNREGISTERED}
    found = []
    for record in added:
        if record.key in known:
            found.append(Refusal("parcel.twice", place="parcels"))
        if len(divisions) > 1 and record.parcel.division not in divisions:
            found.append(Refusal("parcel.division", place="parcels"))
        known.add(record.key)
    return tuple(found)


def _division() -> str:
    divisions = list(settings().divisions or ())
    return divisions[0] if len(divisions) == 1 else ""


def remove_record(permit: Any, actor: Actor, kind: str, number: int) -> None:
    """Take an address or a parcel out, by the number of its record."""
    _open(permit, actor)
    records = Records(permit, kind)
    gone = records.get(number) if kind in (LOCATIONS, PARCELS) else None
    if gone is None:
        raise Refused(Refusal("permit.no_such_record"))
    records.remove(number)
    _told(permit, actor, f"{kind}_removed", title=gone.line)


def keep_person(permit: Any, actor: Actor, party: Party) -> Party:
    """Add a person, or change the one of that uid; raises ``Refused`` with every fault, placed at its field."""
    _open(permit, actor, party_refusals(party, today()))
    if not party.uid:
        party = replace(party, uid=f"p{len(parties(permit)) + 1}")
    keep_party(permit, party)
    _told(permit, actor, "person_kept", party=party.uid, role=party.role.value)
    return party


def retire_person(permit: Any, actor: Actor, uid: str) -> None:
    """Somebody is no longer in the dossier; he or she stays in its history (3.6)."""
    _open(permit, actor)
    found = next((party for party in parties(permit) if party.uid == uid), None)
    if found is None:
        raise Refused(Refusal("party.unknown"))
    keep_party(permit, replace(found, active=False))
    _told(permit, actor, "person_retired", party=uid, role=found.role.value)


def reveal(permit: Any, actor: Actor, uid: str, purpose: str) -> str:
    """The national number of a person, for a purpose that the journal keeps (S65); raises ``Refused``."""
    found = next((party for party in parties(permit) if party.uid == uid), None)
    refusals = [] if acts(permit, actor) else [Refusal("permit.not_yours")]
    if found is None:
        refusals.append(Refusal("party.unknown"))
    if not purpose.strip():
        refusals.append(Refusal("required", place="purpose"))
    if refusals:
        raise Refused(*refusals)
    Journal(permit).note("number_revealed", actor.userid, purpose, party=uid)
    return getattr(found.who, "nrn", "") if found else ""
