"""A permit entered by an officer or a program: every fault is told at once, and then nothing is made."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.urbanism.content.permit import SUBJECT_LENGTH
from commune.urbanism.content.settings import settings
from commune.urbanism.rules.parties import Role, party_refusals
from commune.urbanism.workflow.opening import open_permit, register
from commune.urbanism.workflow.reception import Received, people, read

OPENING = frozenset({"creator", "editor", "director"})


def may_open(actor: Actor) -> bool:
    """Whether the actor opens permits: a function of the service in charge."""
    return actor.administrator or bool(actor.functions(unit_uid(settings().unit or "")) & OPENING)


def enter(payload: Mapping[str, Any], actor: Actor, channel: str = "counter") -> Any:
    """The permit of a payload (see the module's README), registered; raises ``Refused`` with every fault placed."""
    if not may_open(actor):
        raise Refused(Refusal("permit.may_not_open"))
    received = read(payload)
    faults = payload_faults(payload, received, today())
    if faults:
        raise Refused(*faults)
    permit = open_permit(received, actor, channel, assigned_to=actor.userid)
    register(permit, actor)
    return permit


def payload_faults(payload: Mapping[str, Any], received: Received, day: date) -> Refusals:
    """Everything wrong with a payload, each fault placed at its key (``applicants.0.nrn``)."""
    return tuple((*_text_faults(payload, received, day), *_people_faults(payload, day), *_place_faults(received)))


def _text_faults(payload: Mapping[str, Any], received: Received, day: date) -> Iterable[Refusal]:
    if not received.subject:
        yield Refusal("required", place="subject")
    elif len(received.subject) > SUBJECT_LENGTH:
        yield Refusal("permit.subject_too_long", {"most": SUBJECT_LENGTH}, "subject")
    if payload.get("submitted_on") and received.deposited_on is None:
        yield Refusal("step.date", {"value": payload["submitted_on"]}, "submitted_on")
    elif received.deposited_on and received.deposited_on > day:
        yield Refusal("step.in_the_future", {"on": received.deposited_on}, "submitted_on")


def _people_faults(payload: Mapping[str, Any], day: date) -> Iterable[Refusal]:
    named = list(people(payload))
    if not any(party.role is Role.APPLICANT for _place, party in named):
        yield Refusal("required", place="applicants")
    for place, party in named:
        for refusal in party_refusals(party, day):
            yield Refusal(refusal.code, refusal.data, f"{place}.{refusal.place}")


def _place_faults(received: Received) -> Iterable[Refusal]:
    unread = [text for name, text in received.unread if name == "parcels"]
    if not received.locations and not received.parcels and not unread:
        yield Refusal("required", place="locations")
    for text in unread:
        yield Refusal("parcel.token", {"token": text}, "parcels")
