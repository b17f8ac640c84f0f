"""The steps of a permit: what happened, on which dates, told by whom; kept as records inside it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from commune.core.content.records import Records
from commune.urbanism.rules.steps import Marker, Step

KIND = "legal_steps"


@dataclass(frozen=True)
class StepRecord:
    """A step with what is told about it; ``data`` holds plain values (service, sense, outcome…)."""

    step: Step
    at: datetime
    actor: str
    channel: str = ""
    remark: str = ""
    data: dict[str, Any] = field(default_factory=dict)


def records(permit: Any) -> tuple[StepRecord, ...]:
    """Every step with its remarks, in order of entry."""
    return tuple(Records(permit, KIND))


def steps(permit: Any) -> tuple[Step, ...]:
    """Every step as the law's clocks read it."""
    return tuple(record.step for record in records(permit))


def record_of(permit: Any, uid: str) -> StepRecord | None:
    """The record of the step of that uid, or ``None``."""
    return next((record for record in records(permit) if record.step.uid == uid), None)


def keep_step(permit: Any, record: StepRecord) -> StepRecord:
    """Add a step; it is given its uid."""
    kept = Records(permit, KIND)
    numbers = [number for number, _record in kept.items()]
    record = replace(record, step=replace(record.step, uid=f"s{max(numbers, default=0) + 1}"))
    kept.add(record)
    return record


def replace_step(permit: Any, record: StepRecord) -> None:
    """Put a record in the place of the one of the same uid; raises ``KeyError`` when there is none."""
    kept = Records(permit, KIND)
    kept.replace({one.step.uid: number for number, one in kept.items()}[record.step.uid], record)


def day_of(permit: Any, marker: Marker) -> date | None:
    """Last legal date of a step of that marker."""
    days = [step.legal_date for step in steps(permit) if step.marker is marker and step.legal_date]
    return max(days, default=None)
