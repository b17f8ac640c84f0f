"""Opinions asked for a permit: requests and answers are steps, read here as one table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.urbanism.content.steps import StepRecord, record_of, records
from commune.urbanism.rules.clocks import Clock
from commune.urbanism.rules.opinions import OpinionRequest, Sense, answer_refusals, deemed_favourable
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.access import ADVISING, acts
from commune.urbanism.workflow.clocks import all_clocks
from commune.urbanism.workflow.recording import Entry, record, write


@dataclass(frozen=True)
class Opinion:
    """One request with its answer. ``unit`` is the uid of a service of the authority, empty for an outside one.

    ``deemed``: silence may now be read as favourable, once an agent confirms it.
    """

    uid: str
    title: str
    unit: str
    sent_on: date | None
    clock: Clock | None
    sense: Sense | None = None
    received_on: date | None = None
    text: str = ""
    deemed: bool = False


def opinions(permit: Any) -> tuple[Opinion, ...]:
    """The opinions asked, in order of their requests."""
    clocks = all_clocks(permit)
    by_start = {clock.started_by: clock for clock in clocks if clock.rule.own_answer}
    silent = set(deemed_favourable(clocks))
    answers = {one.step.answers: one for one in records(permit) if one.step.marker is Marker.OPINION}
    asked = [one for one in records(permit) if one.step.marker is Marker.OPINION_REQUEST]
    return tuple(_opinion(one, answers.get(one.step.uid), by_start.get(one.step.uid), silent) for one in asked)


def _opinion(asked: StepRecord, answer: StepRecord | None, clock: Clock | None, silent: set[str]) -> Opinion:
    uid = asked.step.uid
    known = Opinion(uid, asked.data.get("service", ""), asked.data.get("unit", ""), asked.step.sent_on, clock)
    if answer is None:
        return Opinion(known.uid, known.title, known.unit, known.sent_on, clock, deemed=uid in silent)
    return Opinion(
        known.uid,
        known.title,
        known.unit,
        known.sent_on,
        clock,
        Sense(answer.data["sense"]),
        answer.step.received_on,
        answer.remark,
    )


def ask(permit: Any, actor: Actor, unit: str, outside: str, sent_on: date, fire: bool = False) -> None:
    """Ask a service of the authority (``unit``, its uid) or an outside one for its opinion; raises ``Refused``."""
    service = by_uid(unit)
    name = service.title if service is not None else outside.strip()
    if not name:
        raise Refused(Refusal("required", place="service"))
    if any((one.unit, one.title) == (unit, name) and one.sense is None for one in opinions(permit)):
        raise Refused(Refusal("opinion.already", {"service": name}, "service"))
    data = {"service": name, "unit": unit, "fire": fire}
    record(permit, actor, Entry(Marker.OPINION_REQUEST, sent_on, sent_on=sent_on, data=data))


def may_answer(permit: Any, actor: Actor, opinion: Opinion) -> bool:
    """Advisers write the opinion of their service; officers of the dossier write down what came from outside."""
    own = bool(opinion.unit) and ADVISING in actor.functions(opinion.unit)
    return opinion.sense is None and (own or acts(permit, actor))


def answer(permit: Any, actor: Actor, uid: str, sense: str, text: str = "", received_on: date | None = None) -> None:
    """Write down an opinion; raises ``Refused`` with every reason."""
    opinion = next((one for one in opinions(permit) if one.uid == uid), None)
    if opinion is None or record_of(permit, uid) is None:
        raise Refused(Refusal("opinion.unknown"))
    if not may_answer(permit, actor, opinion):
        raise Refused(Refusal("opinion.not_yours"))
    said = Sense(sense) if sense in set(Sense) else None
    day = received_on or today()
    request = OpinionRequest(uid, opinion.title, 1, opinion.sent_on, day, said, text)
    refusals = answer_refusals(request, opinion.deemed)
    if refusals:
        raise Refused(*refusals)
    data = {"service": opinion.title, "unit": opinion.unit, "sense": sense}
    write(permit, actor, Marker.OPINION, day, received_on=day, answers=uid, remark=text, data=data)
