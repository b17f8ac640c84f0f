"""The clocks of a dossier: which ones run, since when, until when, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.deadlines import Deadline, Delay, Extension, Status, Suspension, compute, status_on
from commune.core.rules.law import Figure
from commune.core.rules.refusals import Refusal, Refusals
from commune.urbanism.rules.consultations import Period, added_days
from commune.urbanism.rules.legal_rules import Condition, LegalRule, Prolongation, rules_for
from commune.urbanism.rules.procedure_choice import Announced, Choice, announced_delay, road_delay
from commune.urbanism.rules.steps import Marker, Step, first_deposit, steps_of


@dataclass(frozen=True)
class Dossier:
    """What the clocks look at. ``choices`` gives the procedure choice of each series.

    ``pauses`` stop every clock that accepts it (global, litigation, suspension of the dossier);
    ``road_pauses`` are the road procedure, from its start to its final decision;
    ``manual`` adds days to the rules of the keys ``"L07"`` with their reason;
    ``fire_requests`` are the uids of the opinion requests sent to a fire service.
    """

    procedure: str
    steps: tuple[Step, ...] = ()
    choices: Mapping[int, frozenset[Choice]] = field(default_factory=dict)
    limited_impact: bool = False
    consultations: tuple[Period, ...] = ()
    pauses: tuple[Suspension, ...] = ()
    road_pauses: tuple[Suspension, ...] = ()
    manual: Mapping[str, tuple[Extension, ...]] = field(default_factory=dict)
    fire_requests: frozenset[str] = frozenset()
    other_commune: bool = False
    alignment_plan: bool = False

    @property
    def deposited_on(self) -> date | None:
        """First deposit, which chooses the law."""
        return first_deposit(self.steps)

    def choice(self, series: int) -> frozenset[Choice]:
        """Procedure choice of a series: its own, or that of the series before."""
        known = [number for number in self.choices if number <= series]
        return self.choices[max(known)] if known else frozenset()

    def announced(self, series: int) -> Announced:
        """Announced delay of a series."""
        deposited = self.deposited_on
        if deposited is None:
            return Announced(None, None)
        if self.procedure == "DV":
            return Announced(road_delay(self.other_commune, self.alignment_plan, deposited), None)
        return announced_delay(self.procedure, self.choice(series), deposited, self.limited_impact)


@dataclass(frozen=True)
class Clock:
    """One running of a rule. ``started_by`` and ``met_by`` are uids of steps, empty when there is none.

    ``deadline`` carries due, alert ("safe") date and trace; ``superseded`` when a later series or
    receipt took its place.
    """

    rule: LegalRule
    series: int
    deadline: Deadline
    status: Status
    started_by: str = ""
    met_by: str = ""
    met_on: date | None = None
    superseded: bool = False

    @property
    def key(self) -> str:
        """Stable name of the clock in its dossier: ``L07::1:uid``."""
        return f"{self.rule.id}:{self.rule.part}:{self.series}:{self.started_by}"

    @property
    def due(self) -> date | None:
        return self.deadline.due

    @property
    def safe_due(self) -> date | None:
        """Last working day on or before the due date."""
        return self.deadline.alert_date


def clocks(dossier: Dossier, today: date, calendar: Calendar = LAW) -> tuple[Clock, ...]:
    """Every clock of the dossier, in the order of the table, then of their start.

    A rule whose start is not known gives one clock that has not started; an unknown length gives none.
    """
    found: list[Clock] = []
    for rule in rules_for(dossier.procedure):
        found.extend(_clocks_of(rule, dossier, today, calendar))
    return tuple(found)


def decision_clock(dossier: Dossier, today: date, calendar: Calendar = LAW) -> Clock | None:
    """The clock of the decision that counts today (the last series), ``None`` when none can run."""
    own = [c for c in clocks(dossier, today, calendar) if c.rule.announced and not c.superseded]
    return own[-1] if own else None


def default_admission(clock: Clock) -> date | None:
    """Day from which the decision delay counts when completeness (L01) was missed: the day after its term."""
    missed = clock.rule.id == "L01" and clock.status is Status.MISSED and clock.due is not None
    return clock.due + timedelta(days=1) if missed and clock.due else None


def prorogation_refusals(dossier: Dossier, decided_on: date, sent_on: date, today: date) -> Refusals:
    """May the decision be prorogued? Once a series, not before the acknowledgment, sent by the current due date."""
    clock = decision_clock(dossier, today)
    if clock is None or clock.deadline.start is None:
        return (Refusal("prorogation.no_clock"),)
    refusals = []
    if steps_of(dossier.steps, Marker.EXTENSION, series=clock.series):
        refusals.append(Refusal("prorogation.already"))
    if dossier.announced(clock.series).prorogation is None:
        refusals.append(Refusal("prorogation.not_provided"))
    if decided_on < clock.deadline.start:
        refusals.append(Refusal("prorogation.before_start", {"start": clock.deadline.start}, "decided_on"))
    if clock.due is not None and sent_on > clock.due:
        refusals.append(Refusal("prorogation.too_late", {"due": clock.due}, "sent_on"))
    return tuple(refusals)


def published_changes(published: Mapping[str, date], now: Iterable[Clock]) -> Refusals:
    """Dates told in a letter (by clock key) that recomputing would change: to warn about and to log."""
    current = {clock.key: clock.due for clock in now}
    return tuple(
        Refusal("clock.published_changes", {"old": told, "new": current.get(key)}, key)
        for key, told in published.items()
        if current.get(key) != told
    )


def to_confirm(now: Iterable[Clock]) -> tuple[Clock, ...]:
    """Clocks whose figure a jurist has still to confirm."""
    return tuple(clock for clock in now if clock.deadline.figure.confidence == "C")


def _clocks_of(rule: LegalRule, dossier: Dossier, today: date, calendar: Calendar) -> list[Clock]:
    if not _applies(rule, dossier):
        return []
    starts = [step for step in steps_of(dossier.steps, *rule.starts) if _concerns(rule, step, dossier)]
    if not starts:
        figure = _figure(rule, dossier, 1)
        return [_waiting(rule, figure, calendar)] if figure else []
    ended = [_clock(rule, step, starts[place + 1 :], dossier, today, calendar) for place, step in enumerate(starts)]
    return [clock for clock in ended if clock is not None]


def _applies(rule: LegalRule, dossier: Dossier) -> bool:
    classes = {Condition.CLASS_1: Choice.CLASS_1, Condition.CLASS_2: Choice.CLASS_2}
    if rule.condition not in classes:
        return True
    return classes[rule.condition] in dossier.choice(1)


def _concerns(rule: LegalRule, step: Step, dossier: Dossier) -> bool:
    if rule.condition is Condition.FIRE_SERVICE:
        return step.uid in dossier.fire_requests
    return rule.condition is not Condition.OTHER_SERVICE or step.uid not in dossier.fire_requests


def _figure(rule: LegalRule, dossier: Dossier, series: int, start: date | None = None) -> Figure[Delay] | None:
    deposited = dossier.deposited_on or start
    if not rule.announced:
        return rule.figure_on(deposited) if deposited else None
    days = dossier.announced(series).delay
    if days is None:
        return None
    return Figure(Delay(days.value), days.source, days.valid_from, days.valid_to, days.confidence)


def _waiting(rule: LegalRule, figure: Figure[Delay], calendar: Calendar) -> Clock:
    return Clock(rule, 1, compute(None, figure, calendar), Status.NOT_STARTED)


def _clock(
    rule: LegalRule, step: Step, later: Sequence[Step], dossier: Dossier, today: date, calendar: Calendar
) -> Clock | None:
    start = step.legal_date
    figure = _figure(rule, dossier, step.series, start)
    if figure is None or start is None:
        return None
    deadline = _deadline(rule, step, figure, dossier, calendar)
    met = _stop(rule, step, start, dossier)
    superseded = rule.restarts and bool(later) and (met is None or _after(met, later[0]))
    if superseded:
        return Clock(rule, step.series, deadline, Status.CANCELLED, step.uid, superseded=True)
    met_on = met.legal_date if met else None
    status = status_on(deadline, today, met_on)
    return Clock(rule, step.series, deadline, status, step.uid, met.uid if met else "", met_on)


def _after(one: Step, other: Step) -> bool:
    return (one.series, one.legal_date or date.max) > (other.series, other.legal_date or date.max)


def _stop(rule: LegalRule, step: Step, start: date, dossier: Dossier) -> Step | None:
    for stop in steps_of(dossier.steps, *rule.stops):
        late_enough = stop.legal_date is not None and (stop.legal_date >= start or rule.starts == (Marker.WORK_START,))
        if late_enough and (not rule.own_answer or stop.answers == step.uid):
            return stop
    return None


def _deadline(rule: LegalRule, step: Step, figure: Figure[Delay], dossier: Dossier, calendar: Calendar) -> Deadline:
    own = rule.prolongations
    extensions = dossier.manual.get(rule.id, ())
    if Prolongation.PUBLICITY in own:
        extensions = (*extensions, *_publicity(step, dossier, figure.source))
    if Prolongation.PROROGATION in own:
        extensions = (*extensions, *_prorogation(step, dossier))
    pauses = (*dossier.pauses, *_intentions(dossier, step)) if Prolongation.PAUSE in own else ()
    roads = dossier.road_pauses if Prolongation.ROAD in own else ()
    return compute(step.legal_date, figure, calendar, suspensions=(*pauses, *roads), extensions=extensions)


def _publicity(step: Step, dossier: Dossier, article: str) -> tuple[Extension, ...]:
    start = step.legal_date
    suspended, rolled = added_days(dossier.consultations, start) if start else (0, 0)
    named = (("publicity_suspension", suspended), ("publicity_rollover", rolled))
    return tuple(Extension(n, decision=name, article=article) for name, n in named if n)


def _prorogation(step: Step, dossier: Dossier) -> tuple[Extension, ...]:
    days = dossier.announced(step.series).prorogation
    sent = steps_of(dossier.steps, Marker.EXTENSION, series=step.series)
    if days is None or not sent:
        return ()
    return (Extension(days.value, decision="prorogation", article=days.source),)


def _intentions(dossier: Dossier, step: Step) -> tuple[Suspension, ...]:
    """Pauses of a series by an intention to amend the plans, until these are deposited (CoDT art. D.IV.42)."""
    amended = steps_of(dossier.steps, Marker.AMENDED_DEPOSIT)
    found = []
    for intention in steps_of(dossier.steps, Marker.AMENDED_INTENTION, series=step.series):
        told = intention.legal_date or date.max
        ends = [one.legal_date for one in amended if one.legal_date and one.legal_date >= told]
        found.append(Suspension.pause(told, min(ends, default=None), "amended_plans"))
    return tuple(found)
