"""The permit as the law's clocks read it, and the clocks that run on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.rules.deadlines import Status, Suspension
from commune.urbanism.content.steps import records, steps
from commune.urbanism.rules.clocks import Clock, Dossier, clocks, decision_clock
from commune.urbanism.rules.steps import Marker, Step, last_series, steps_of

BY_STATE = {"draft": "", "deposit": "L01", "incomplete": "L02", "complete": "L07", "decision_pending": "L07"}
UNTIL_SENT = frozenset({"granted", "refused"})


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


def current_rule(permit: Any) -> str:
    """Id of the rule that presses in the state of the permit; empty when none does."""
    if permit.state in UNTIL_SENT:
        return "" if steps_of(steps(permit), Marker.NOTIFICATION) else "L07"
    return BY_STATE.get(permit.state, "")


def next_due(permit: Any) -> date | None:
    """Last day of the act that the permit waits for; ``None`` when nothing presses or a pause has no end."""
    rule = current_rule(permit)
    clock = clock_of(permit, rule) if rule else None
    if clock is None or clock.status not in (Status.RUNNING, Status.MISSED) or clock.met_by:
        return None
    return clock.due
