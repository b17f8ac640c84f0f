"""The clock of an opinion as the item moves: when it starts, stands still, starts again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from commune.core.rules.calendars import Calendar
from commune.core.rules.deadlines import timed_out
from commune.core.rules.opinions import Clock, OpinionRequest, Standing, standing


@dataclass(frozen=True)
class ClockState:
    """``started``: the day the clock counts from, kept while it is ``stopped``. ``complete``: the file is."""

    started: date | None = None
    stopped: bool = True
    complete: bool = True


@dataclass(frozen=True)
class ClockRule:
    """``from_complete``: the clock runs from the day the file is complete. ``restarting``: transitions of the
    item that set it back to zero, unless the opinion is given or out of time."""

    from_complete: bool = False
    restarting: frozenset[str] = frozenset()


def after_move(
    clock: ClockState, rule: ClockRule, transition: str, giveable: bool, over: bool, today: date
) -> ClockState:
    """The clock after the item moved; ``giveable`` there or not, ``over``: given already, or out of time.

    The first entry in a giveable state starts it; leaving stops it; coming back resumes the first day.
    """
    if transition in rule.restarting and not over:
        clock = replace(clock, started=None)
    if not giveable:
        return replace(clock, stopped=True)
    waits_for_file = rule.from_complete and not clock.complete
    started = clock.started or (None if waits_for_file else today)
    return replace(clock, started=started, stopped=False)


def after_completeness(clock: ClockState, rule: ClockRule, complete: bool, today: date) -> ClockState:
    """The clock after the file was found complete (it starts that day) or incomplete (no limit any more)."""
    if not rule.from_complete or complete == clock.complete:
        return replace(clock, complete=complete)
    return replace(clock, complete=complete, started=today if complete else None)


def restarted(clock: ClockState, today: date) -> ClockState:
    """The clock set to run from today by an editor's hand."""
    return replace(clock, started=today)


class Shown:
    """Codes of a clock before it runs; afterwards those of ``core``'s :class:`Clock`."""

    NOT_YET = "not_yet_giveable"
    NEVER = "never_giveable"
    SUSPENDED = "suspended"


def shown(clock: ClockState, rule: ClockRule, request: OpinionRequest, now: datetime, calendar: Calendar,
          ever_giveable: bool = True) -> tuple[str, Standing]:  # fmt: skip
    """The code of the clock as shown, with its standing (deadline, days left).

    ``ever_giveable``: the item can still reach a state in which the opinion is given.
    """
    asked = replace(request, started=clock.started)
    found = standing(asked, now, calendar)
    if rule.from_complete and not clock.complete:
        return Shown.SUSPENDED, found
    if clock.started is None and clock.stopped:
        return (Shown.NOT_YET if ever_giveable else Shown.NEVER), found
    if clock.stopped and found.clock in (Clock.IN_TIME, Clock.ALERT):
        return Clock.STOPPED_IN_TIME.value, found
    return found.clock.value, found


@dataclass(frozen=True)
class Running:
    """An opinion as the nightly job sees it; ``left_last_time``: the days left that were told last."""

    service: str
    request: OpinionRequest
    stopped: bool
    left_last_time: int | None = None


def to_refresh(opinions: Iterable[Running]) -> tuple[Running, ...]:
    """The opinions whose clock must be computed tonight: with a delay, running, not given."""
    return tuple(
        one for one in opinions
        if one.request.figure and one.request.started and one.request.given_at is None and not one.stopped
    )  # fmt: skip


EXPIRED = -1
"""What stands for the days left once the mail said that the time is over."""


def warning(opinion: Running, now: datetime, calendar: Calendar) -> tuple[str, int | None]:
    """The mail due tonight (``"expired"``, ``"alert"`` or none), and what to keep as told.

    A second run finds none while the days left are those told last.
    """
    found = standing(opinion.request, now, calendar)
    if found.deadline is None or found.days_left is None:
        return "", opinion.left_last_time
    over = timed_out(found.deadline, now)
    left = EXPIRED if over else found.days_left
    if left == opinion.left_last_time:
        return "", left
    if over:
        return "expired", left
    return ("alert" if found.clock is Clock.ALERT else ""), left
