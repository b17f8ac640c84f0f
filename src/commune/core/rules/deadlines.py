"""Deadlines that explain themselves: when it is due, from what, by which article, skipping what.

A deadline is computed from a dated figure (:class:`~commune.core.rules.law.Figure` of
:class:`Delay`), a start and what happened since; nothing here knows what day it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from commune.core.rules.calendars import ONE_DAY, Calendar, Closure, Week
from commune.core.rules.counting import Direction, Unit, count, open_days_between, week_of
from commune.core.rules.law import Figure
from commune.core.rules.spans import Span, merged

BRUSSELS = ZoneInfo("Europe/Brussels")


class Roll(StrEnum):
    """What happens to a due date on a closed day."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


class Effect(StrEnum):
    """What missing a deadline brings about."""

    ORDER = "order"
    APPEALABLE = "appealable"
    TACIT_REFUSAL = "tacit_refusal"
    TACIT_APPROVAL = "tacit_approval"
    NONE = "none"


class Status(StrEnum):
    """Where a deadline stands on a day."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Delay:
    """How long, counted how. Always inside a ``Figure``, which brings source and validity.

    ``roll`` moves a due date off the closed days of ``roll_week`` (clear days never roll);
    ``forbidden_ends`` are weekdays (Monday 0) on which a count of working days may not end;
    ``warn`` are calendar days before the due date; ``article`` overrides the figure's source.
    """

    n: int
    unit: Unit = Unit.CALENDAR_DAYS
    direction: Direction = Direction.AFTER
    roll: Roll = Roll.NONE
    roll_week: Week = Week.MON_FRI
    effect: Effect = Effect.NONE
    warn: tuple[int, ...] = ()
    forbidden_ends: frozenset[int] = frozenset()
    article: str = ""


@dataclass(frozen=True)
class Suspension(Span):
    """Days, both inclusive, on which the clock stands still; ``end`` ``None`` while it still does."""

    @classmethod
    def pause(cls, start: date, resumed: date | None, reason: str = "") -> "Suspension":
        """A pause whose day of resumption counts again (E-13, urbanism 8.1.8)."""
        return cls(start, None if resumed is None else resumed - ONE_DAY, reason)


@dataclass(frozen=True)
class Extension:
    """Time added by a decision or a rule; never itself suspended or rolled."""

    n: int
    unit: Unit = Unit.CALENDAR_DAYS
    decision: str = ""
    article: str = ""


@dataclass(frozen=True)
class Step:
    """One line of a deadline's explanation.

    ``rule`` is a key (``start``, ``count``, ``extension``, ``suspension``, ``forbidden_end``,
    ``roll``); ``result`` the due date after it, ``None`` for "no end in sight".
    """

    rule: str
    article: str
    inputs: Mapping[str, object]
    result: date | None
    skipped: tuple[Closure, ...] = ()


@dataclass(frozen=True)
class Deadline:
    """A computed deadline.

    ``due`` is the last day in time, ``None`` while not started or suspended without end;
    ``unrolled`` the same before rolling; ``alert_date`` the last working day of the office
    on or before ``unrolled`` (DL-3, the "safe" date). ``suspended_days`` and ``rolled_days``
    are what the suspensions and the roll added.
    """

    start: date | None
    figure: Figure[Delay]
    due: date | None = None
    unrolled: date | None = None
    alert_date: date | None = None
    suspended: bool = False
    suspended_days: int = 0
    rolled_days: int = 0
    trace: tuple[Step, ...] = ()

    @property
    def warn_dates(self) -> tuple[date, ...]:
        """Days on which to warn, earliest first."""
        due = self.due
        return () if due is None else tuple(sorted(due - timedelta(days=n) for n in self.figure.value.warn))


@dataclass
class _Run:
    """A computation under way: the due date so far and what was said about it."""

    figure: Figure[Delay]
    calendar: Calendar
    due: date
    steps: list[Step] = field(default_factory=list)
    open_ended: bool = False
    suspended_days: int = 0

    def say(
        self, rule: str, inputs: Mapping[str, object], skipped: tuple[Closure, ...] = (), article: str = ""
    ) -> None:
        source = article or self.figure.value.article or self.figure.source
        self.steps.append(Step(rule, source, inputs, None if self.open_ended else self.due, skipped))


def compute(
    start: date | None,
    figure: Figure[Delay],
    calendar: Calendar,
    suspensions: Iterable[Suspension] = (),
    extensions: Iterable[Extension] = (),
    office: Calendar | None = None,
) -> Deadline:
    """The deadline opened by an event on ``start`` (``None``: not known yet, so not started).

    ``calendar`` is the law's; ``office`` the authority's own, for the alert date only.
    Extensions of the delay's unit lengthen it from the start, others follow its end.
    Suspensions are counted in the delay's unit, overlapping ones once, and only as far as
    the clock still runs (DL-2); those of a delay that runs backwards are not applied.
    The roll comes last and once (DL-1).
    """
    if start is None:
        return Deadline(None, figure, trace=(Step("start", figure.source, {"start": None}, None),))
    run = _Run(figure, calendar, start)
    _lengthen(run, start, tuple(extensions))
    spans = merged(suspensions) if figure.value.direction is Direction.AFTER else ()
    _suspend(run, start, spans)
    if run.open_ended:
        return Deadline(start, figure, suspended=True, suspended_days=run.suspended_days, trace=tuple(run.steps))
    _avoid_weekdays(run)
    unrolled = run.due
    _roll(run, spans)
    return Deadline(
        start,
        figure,
        due=run.due,
        unrolled=unrolled,
        alert_date=(office or calendar).previous_open(unrolled),
        suspended_days=run.suspended_days,
        rolled_days=(run.due - unrolled).days,
        trace=tuple(run.steps),
    )


def _lengthen(run: _Run, start: date, extensions: tuple[Extension, ...]) -> None:
    delay, origin, total = run.figure.value, start, run.figure.value.n
    counted = count(origin, total, delay.unit, run.calendar, delay.direction)
    run.due = counted.end
    run.say("count", {"start": start, "n": delay.n, "unit": delay.unit, "direction": delay.direction}, counted.skipped)
    unit = delay.unit
    for extension in extensions:
        if extension.unit is unit:
            total += extension.n
        else:
            origin, total, unit = run.due, extension.n, extension.unit
        counted = count(origin, total, unit, run.calendar, delay.direction)
        run.due = counted.end
        inputs = {"n": extension.n, "unit": extension.unit, "decision": extension.decision}
        run.say("extension", inputs, counted.skipped, extension.article)


def _suspend(run: _Run, start: date, spans: tuple[Span, ...]) -> None:
    for span in spans:
        first = max(span.start, start + ONE_DAY)
        inputs = {"from": span.start, "to": span.end, "reason": span.reason}
        if span.end is None:
            run.open_ended = first <= run.due
            run.say("suspension", inputs)
        else:
            added = _add_span(run, first, span.end)
            run.suspended_days += added
            run.say("suspension", inputs | {"days": added})


def _add_span(run: _Run, first: date, last: date) -> int:
    week = week_of(run.figure.value.unit)
    unit = run.figure.value.unit if week else Unit.CALENDAR_DAYS
    added, day = 0, first
    while day <= min(last, run.due):
        if week is None or run.calendar.closure(day, week) is None:
            run.due = count(run.due, 1, unit, run.calendar).end
            added += 1
        day += ONE_DAY
    return added


def _avoid_weekdays(run: _Run) -> None:
    delay = run.figure.value
    week = week_of(delay.unit)
    if week is None or run.due.weekday() not in delay.forbidden_ends:
        return
    candidates = (run.due + timedelta(days=n) for n in range(1, 60))
    allowed = (d for d in candidates if d.weekday() not in delay.forbidden_ends and not run.calendar.closure(d, week))
    run.due = next(allowed, run.due)
    run.say("forbidden_end", {"weekdays": sorted(delay.forbidden_ends)})


def _roll(run: _Run, spans: tuple[Span, ...]) -> None:
    delay = run.figure.value
    if delay.roll is Roll.NONE or delay.unit is Unit.CLEAR_DAYS:
        return
    step = ONE_DAY if delay.roll is Roll.NEXT else -ONE_DAY
    skipped, before = [], run.due
    while (closure := run.calendar.closure(run.due, delay.roll_week)) or _suspended_on(run.due, before, spans):
        if closure:
            skipped.append(closure)
        run.due += step
    if run.due != before:
        run.say("roll", {"roll": delay.roll, "week": delay.roll_week}, tuple(skipped))


def _suspended_on(day: date, due: date, spans: tuple[Span, ...]) -> bool:
    return day != due and any(span.covers(day) for span in spans if span.end is not None)


def status_on(deadline: Deadline, today: date, met_on: date | None = None, cancelled: bool = False) -> Status:
    """Where ``deadline`` stands on ``today``; an act done after the due date is missed all the same."""
    if cancelled:
        return Status.CANCELLED
    if deadline.due is None:
        return _without_end(deadline, met_on)
    if (met_on or today) > deadline.due:
        return Status.MISSED
    return Status.MET if met_on else Status.RUNNING


def _without_end(deadline: Deadline, met_on: date | None) -> Status:
    if met_on is not None:
        return Status.MET
    return Status.SUSPENDED if deadline.suspended else Status.NOT_STARTED


def recomputed(old: Deadline, status: Status, new: Deadline) -> Deadline:
    """What recomputing gives: ``new`` while it runs; a closed deadline never moves (DL-6)."""
    return old if status in (Status.MET, Status.MISSED, Status.CANCELLED) else new


def days_left(deadline: Deadline, today: date, calendar: Calendar) -> int | None:
    """Days of the delay's own unit in (``today``, due]: 0 on the last day, negative after; ``None`` without due."""
    if deadline.due is None:
        return None
    return open_days_between(today, deadline.due, calendar, deadline.figure.value.unit)


def end_of_day(day: date, zone: ZoneInfo = BRUSSELS) -> datetime:
    """23:59:59 local of ``day``, in UTC so that differences count real hours (DL-4)."""
    return datetime.combine(day, time(23, 59, 59), zone).astimezone(UTC)


def timed_out(deadline: Deadline, now: datetime, zone: ZoneInfo = BRUSSELS) -> bool:
    """Whether ``now`` (aware; a naive one raises ``ValueError``) lies after the local end of the due day."""
    if now.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return deadline.due is not None and now.astimezone(zone).date() > deadline.due


def elapsed(earlier: datetime, later: datetime) -> timedelta:
    """Real time between two aware moments, clock changes included."""
    return later.astimezone(UTC) - earlier.astimezone(UTC)
