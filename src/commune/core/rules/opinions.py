"""Opinions asked from a service: what was asked when, whether it came, what silence means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from commune.core.rules.calendars import Calendar
from commune.core.rules.deadlines import BRUSSELS, Deadline, Delay, Suspension, compute, days_left, timed_out
from commune.core.rules.law import Figure
from commune.core.rules.refusals import Refusal, Refusals


class Sense(StrEnum):
    """What an opinion says; a body or service offers a selection of these."""

    POSITIVE = "positive"
    POSITIVE_WITH_CONDITIONS = "positive_with_conditions"
    POSITIVE_AFTER_CHANGE = "positive_after_change"
    CAUTIOUS = "cautious"
    NEGATIVE = "negative"
    NEGATIVE_WITH_REMARKS = "negative_with_remarks"
    RETURNED = "returned"
    NIL = "nil"
    READ = "read"
    NOT_REQUIRED = "not_required"


class State(StrEnum):
    """Where an opinion stands."""

    WAITING = "waiting"
    GIVEN = "given"
    DEEMED = "deemed"
    LAPSED = "lapsed"
    ASKED_AGAIN = "asked_again"


class Clock(StrEnum):
    """How its clock stands (ADV-6)."""

    NOT_STARTED = "not_started"
    SUSPENDED = "suspended"
    NO_LIMIT = "no_limit"
    IN_TIME = "in_time"
    ALERT = "alert"
    TIMED_OUT = "timed_out"
    STOPPED_IN_TIME = "stopped_in_time"
    STOPPED_LATE = "stopped_late"


@dataclass(frozen=True)
class OpinionRequest:
    """An opinion asked from ``service``.

    ``started`` is the day its clock starts from (the request sent, or the file complete), ``None``
    while it has not. ``figure`` ``None`` means without delay. ``deemed`` is the sense that silence
    has, when the rule says so; it counts once an agent confirmed it (``deemed_confirmed``) or where
    ``deemed_by_law`` needs nobody. ``alert`` is in days of the delay's unit, inclusive.
    """

    service: str
    started: date | None = None
    figure: Figure[Delay] | None = None
    sense: Sense | None = None
    given_at: datetime | None = None
    asked_again: bool = False
    deemed: Sense | None = None
    deemed_by_law: bool = False
    deemed_confirmed: bool = False
    alert: int = 0
    round: int = 1
    mandatory: bool = False


@dataclass(frozen=True)
class Standing:
    """The computed answer: state, clock, the sense that counts, the deadline and the days left."""

    state: State
    clock: Clock
    sense: Sense | None = None
    deadline: Deadline | None = None
    days_left: int | None = None
    propose_deemed: bool = False


def standing(
    request: OpinionRequest, now: datetime, calendar: Calendar, suspensions: Iterable[Suspension] = ()
) -> Standing:
    """Where ``request`` stands at ``now`` (aware); an opinion being given again counts as not given."""
    figure = request.figure
    deadline = compute(request.started, figure, calendar, suspensions) if figure else None
    clock, left = _clock(request, deadline, now, calendar)
    if _is_given(request):
        return Standing(State.GIVEN, clock, request.sense, deadline, left)
    if clock is not Clock.TIMED_OUT:
        return Standing(State.ASKED_AGAIN if request.asked_again else State.WAITING, clock, None, deadline, left)
    if request.deemed is None:
        return Standing(State.LAPSED, clock, None, deadline, left)
    if request.deemed_by_law or request.deemed_confirmed:
        return Standing(State.DEEMED, clock, request.deemed, deadline, left)
    return Standing(State.LAPSED, clock, None, deadline, left, propose_deemed=True)


def _is_given(request: OpinionRequest) -> bool:
    return request.sense is not None and request.given_at is not None and not request.asked_again


def _clock(
    request: OpinionRequest, deadline: Deadline | None, now: datetime, calendar: Calendar
) -> tuple[Clock, int | None]:
    if deadline is None:
        return (Clock.NO_LIMIT if request.started else Clock.NOT_STARTED), None
    if deadline.suspended:
        return Clock.SUSPENDED, None
    if deadline.due is None:
        return Clock.NOT_STARTED, None
    if _is_given(request) and request.given_at is not None:
        return (Clock.STOPPED_LATE if timed_out(deadline, request.given_at) else Clock.STOPPED_IN_TIME), None
    if timed_out(deadline, now):
        return Clock.TIMED_OUT, 0
    left = days_left(deadline, now.astimezone(BRUSSELS).date(), calendar) or 0
    return (Clock.ALERT if left <= request.alert else Clock.IN_TIME), left


def giving_refusals(sense: Sense, offered: Iterable[Sense], *, comment: str = "") -> Refusals:
    """Why an opinion cannot be given: a sense that is not offered, a negative one without a reason."""
    found = []
    if sense not in tuple(offered):
        found.append(Refusal("opinion.sense", {"sense": sense}, "sense"))
    if sense in (Sense.NEGATIVE, Sense.NEGATIVE_WITH_REMARKS, Sense.RETURNED) and not comment.strip():
        found.append(Refusal("opinion.reason", place="comment"))
    return tuple(found)


def blocking(standings: Iterable[tuple[OpinionRequest, Standing]]) -> Refusals:
    """The mandatory opinions still awaited: given or lapsed they block nothing, whatever they say (ADV-9)."""
    open_states = (State.WAITING, State.ASKED_AGAIN)
    return tuple(
        Refusal("opinion.awaited", {"service": request.service, "due": found.deadline and found.deadline.due})
        for request, found in standings
        if request.mandatory and found.state in open_states
    )
