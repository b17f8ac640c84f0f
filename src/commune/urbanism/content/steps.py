"""The steps of a permit as the law reads them: the core's steps, with their series and what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from commune.core.content.steps import Step as CoreStep
from commune.core.content.steps import Steps
from commune.urbanism.rules.steps import Marker, Step

LAW = ("event_on", "series", "answers", "closed", "channel")


@dataclass(frozen=True)
class StepRecord:
    """A step with what is told about it; ``data`` holds plain values (service, sense, outcome…)."""

    step: Step
    actor: str
    channel: str = ""
    remark: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def records(permit: Any) -> tuple[StepRecord, ...]:
    """Every step with its remarks, by day, then in order of entry."""
    return tuple(_record(number, step) for number, step in Steps(permit).items())


def steps(permit: Any) -> tuple[Step, ...]:
    """Every step as the law's clocks read it."""
    return tuple(record.step for record in records(permit))


def record_of(permit: Any, uid: str) -> StepRecord | None:
    """The record of the step of that uid, or ``None``."""
    return next((record for record in records(permit) if record.step.uid == uid), None)


def add_step(permit: Any, record: StepRecord) -> StepRecord:
    """Add a step, told in the journal; it is given its uid."""
    number = Steps(permit).add(_kept(record), record.actor)
    return replace(record, step=replace(record.step, uid=_uid(number)))


def close_step(permit: Any, uid: str) -> None:
    """Close a step; raises ``KeyError`` when there is none of that uid."""
    kept, number = Steps(permit).records, number_of(uid)
    step = kept.get(number)
    kept.replace(number, replace(step, data={**step.data, "closed": True}))


def number_of(uid: str) -> int:
    """Number of the step among the core's."""
    return int(uid[1:]) if uid[1:].isdecimal() else 0


def day_of(permit: Any, marker: Marker) -> date | None:
    """Last legal date of a step of that marker."""
    days = [step.legal_date for step in steps(permit) if step.marker is marker and step.legal_date]
    return max(days, default=None)


def _uid(number: int) -> str:
    return f"s{number}"


def _kept(record: StepRecord) -> CoreStep:
    step = record.step
    law = {
        "event_on": step.event_on.isoformat(),
        "series": step.series,
        "answers": step.answers,
        "closed": step.closed,
        "channel": record.channel,
    }
    day = step.legal_date or step.event_on
    data = {**record.data, **law}
    return CoreStep(step.marker.value, day, step.sent_on, step.received_on, record.actor, data, record.remark)


def _record(number: int, kept: CoreStep) -> StepRecord:
    law = kept.data
    step = Step(
        _uid(number),
        Marker(kept.marker),
        date.fromisoformat(law.get("event_on", kept.day.isoformat())),
        kept.sent,
        kept.received,
        law.get("series", 1),
        law.get("answers", ""),
        law.get("closed", False),
    )
    own = {name: value for name, value in law.items() if name not in LAW}
    return StepRecord(step, kept.by, law.get("channel", ""), kept.note, own)
