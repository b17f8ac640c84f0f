"""Steps enter a permit here: checked by the rules, told in the journal, followed by what they entail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.content.steps import Steps
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.urbanism.content.decision import Decision
from commune.urbanism.content.steps import StepRecord, add_step, number_of, record_of, steps
from commune.urbanism.rules.clocks import prorogation_refusals
from commune.urbanism.rules.procedure_choice import Choice
from commune.urbanism.rules.steps import (
    Marker,
    Step,
    addition_refusals,
    date_warnings,
    deletion_refusals,
    last_series,
)
from commune.urbanism.workflow.access import acts
from commune.urbanism.workflow.clocks import all_clocks, dossier
from commune.urbanism.workflow.machine import FINAL
from commune.urbanism.workflow.progress import tell_step

OUTCOMES = ("granted", "refused")


@dataclass(frozen=True)
class Entry:
    """A step as somebody tells it. ``data``: plain values (sense, number, by, unit…)."""

    marker: Marker
    event_on: date
    sent_on: date | None = None
    received_on: date | None = None
    channel: str = ""
    remark: str = ""
    answers: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def record(permit: Any, actor: Actor, entry: Entry) -> tuple[StepRecord, Refusals]:
    """Add a step; returns it with the warnings about its dates. Raises ``Refused`` with every reason."""
    if not acts(permit, actor):
        raise Refused(Refusal("step.not_yours"))
    refusals = addition_refusals(steps(permit), _step(permit, entry), permit.state in FINAL)
    refusals += _own_refusals(permit, entry)
    if refusals:
        raise Refused(*refusals)
    kept = _write(permit, actor, entry)
    return kept, date_warnings(kept.step)


def write(permit: Any, actor: Actor, marker: Marker, event_on: date, **more: Any) -> StepRecord:
    """Add a step that the system knows to be right, without asking the rules."""
    return _write(permit, actor, Entry(marker, event_on, **more))


def forget(permit: Any, actor: Actor, uid: str, reason: str) -> None:
    """Take a step out. Raises ``Refused``: it started a clock, it was answered, the dossier is final (R7)."""
    found = record_of(permit, uid)
    if found is None:
        raise Refused(Refusal("step.unknown"))
    if not acts(permit, actor):
        raise Refused(Refusal("step.not_yours"))
    started = any(clock.started_by == uid for clock in all_clocks(permit))
    manager = actor.administrator or "director" in actor.functions(permit.responsible_unit)
    refusals = deletion_refusals(steps(permit), found.step, started, manager, permit.state in FINAL)
    if refusals:
        raise Refused(*refusals)
    Steps(permit).remove(number_of(uid), actor.userid, reason)


def _own_refusals(permit: Any, entry: Entry) -> Refusals:
    found = []
    latest = max(day for day in (entry.event_on, entry.sent_on, entry.received_on) if day)
    if latest > today():
        found.append(Refusal("step.in_the_future", {"on": latest}, "event_on"))
    if entry.marker is Marker.DECISION and entry.data.get("sense") not in OUTCOMES:
        found.append(Refusal("required", place="sense"))
    if entry.marker is Marker.EXTENSION:
        sent = entry.sent_on or entry.event_on
        found.extend(prorogation_refusals(dossier(permit), entry.event_on, sent, today()))
    return tuple(found)


def _step(permit: Any, entry: Entry) -> Step:
    known = steps(permit)
    series = last_series(known) + (entry.marker is Marker.AMENDED_DEPOSIT)
    return Step("", entry.marker, entry.event_on, entry.sent_on, entry.received_on, series, entry.answers)


def _write(permit: Any, actor: Actor, entry: Entry) -> StepRecord:
    step = _step(permit, entry)
    if entry.marker is Marker.AMENDED_DEPOSIT:
        permit.past_choices = (*permit.past_choices, (step.series - 1, permit.choice))
        permit.procedure_choice = {Choice.UNKNOWN.value}
    if entry.marker is Marker.DECISION:
        permit.decision = _decision(entry)
    kept = add_step(permit, StepRecord(step, actor.userid, entry.channel, entry.remark, dict(entry.data)))
    if entry.marker is Marker.OPINION_REQUEST:
        permit.reindexObjectSecurity()
    tell_step(permit, entry.marker)
    return kept


def _decision(entry: Entry) -> Decision:
    data = entry.data
    return Decision(
        entry.event_on,
        data["sense"],
        data.get("by") or "college",
        data.get("number", ""),
        data.get("text", ""),
        data.get("item", ""),
    )
