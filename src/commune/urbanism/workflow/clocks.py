"""The permit as the law's clocks read it, and the clocks that run on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.interfaces import IClocks
from commune.core.rules.deadlines import Status, Suspension
from commune.core.workflow.clocks import Clock as Shown
from commune.urbanism.content.permit import IPermit
from commune.urbanism.content.steps import records, steps
from commune.urbanism.rules.clocks import Clock, Dossier, clocks, decision_clock
from commune.urbanism.rules.steps import Marker, Step, last_series, steps_of
from commune.urbanism.workflow.titles import CLOCKS

ABANDONED = frozenset({"inadmissible", "withdrawn", "archived"})
BEFORE_DECISION = frozenset({"L01", "L02", "L03", "L04", "L05", "L06", "L07", "L33"})
OURS = frozenset({"L01", "L03", "L07", "L14", "L22"})


def dossier(permit: Any) -> Dossier:
    """The facts of the permit that the clocks look at."""
    known = steps(permit)
    choices = dict(permit.past_choices)
    if permit.choice:
        choices[last_series(known)] = permit.choice
    return Dossier(
        procedure=permit.procedure,
        steps=known,
        choices=choices,
        limited_impact=bool(permit.limited_impact),
        pauses=tuple(_pauses(known)),
        fire_requests=frozenset(record.step.uid for record in records(permit) if record.data.get("fire")),
    )


def _pauses(known: Iterable[Step]) -> Iterable[Suspension]:
    resumed = [step.legal_date for step in steps_of(known, Marker.RESUMPTION)]
    for step in steps_of(known, Marker.SUSPENSION):
        start = step.legal_date or date.max
        end = min((day for day in resumed if day and day >= start), default=None)
        yield Suspension.pause(start, end, "suspension")


def all_clocks(permit: Any) -> tuple[Clock, ...]:
    """Every clock that runs or ran on the permit today; those that have not started are left out."""
    return tuple(clock for clock in clocks(dossier(permit), today()) if clock.deadline.start is not None)


def clock_of(permit: Any, rule: str) -> Clock | None:
    """The clock of a rule that counts now (the last one, not superseded), ``None`` while none started."""
    found = [clock for clock in all_clocks(permit) if clock.rule.id == rule and not clock.superseded]
    return found[-1] if found else None


def deciding(permit: Any) -> Clock | None:
    """The clock of the College's decision, started or not."""
    return decision_clock(dossier(permit), today())


def missed(clock: Clock | None) -> bool:
    """Whether a clock ran out with nothing done."""
    return clock is not None and clock.status is Status.MISSED and not clock.met_by


def cancelled(permit: Any, clock: Clock) -> bool:
    """Whether nothing comes of a clock any more: a later one took its place, or the dossier ended without it."""
    if clock.superseded or clock.met_by:
        return clock.superseded
    deemed = steps_of(steps(permit), Marker.DEFAULT_ACKNOWLEDGMENT, series=clock.series)
    if clock.rule.id == "L01" and deemed:
        return True
    return clock.rule.id in BEFORE_DECISION and permit.state in ABANDONED


@implementer(IClocks)
@adapter(IPermit)
class PermitClocks:
    """The clocks that run or ran, for lists and screens of every module."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def clocks(self) -> tuple[Shown, ...]:
        permit = self.context
        return tuple(
            Shown(
                clock.key,
                CLOCKS.get(clock.rule.id, clock.rule.title),
                clock.deadline,
                clock.met_on,
                cancelled(permit, clock),
                clock.rule.id in OURS or (clock.rule.id == "L02" and missed(clock)),
            )
            for clock in all_clocks(permit)
        )
