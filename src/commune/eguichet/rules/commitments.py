"""When a request must be answered: the service's commitment and the law's limit, pauses taken out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from commune.core.rules.calendars import Calendar
from commune.core.rules.counting import Unit
from commune.core.rules.deadlines import Deadline, Delay, Extension, Roll, Suspension, compute, days_left
from commune.core.rules.law import Figure

ALWAYS = date(1900, 1, 1)


class Kind(StrEnum):
    """A promise of the authority, or a limit of the law."""

    COMMITMENT = "commitment"
    LEGAL = "legal"


class Alert(StrEnum):
    """How near the end is, from far to gone."""

    NONE = "none"
    HALF = "half"
    MOST = "most"
    EVE = "eve"
    OVERDUE = "overdue"


SILENCE: Mapping[str, str] = MappingProxyType({"accept": "propose_acceptance", "refuse": "propose_refusal", "none": ""})


@dataclass(frozen=True)
class Promise:
    """Delay of a procedure: so many working or calendar days, after the day of the deposit.

    ``moved``: a limit that ends on a Saturday, Sunday or holiday moves to the next working day.
    """

    kind: Kind
    days: int
    source: str
    working_days: bool = True
    moved: bool = False

    @property
    def figure(self) -> Figure[Delay]:
        unit = Unit.WORKING_DAYS if self.working_days else Unit.CALENDAR_DAYS
        return Figure(Delay(self.days, unit, roll=Roll.NEXT if self.moved else Roll.NONE), self.source, ALWAYS)


@dataclass(frozen=True)
class Pause:
    """Wait for the citizen: from that day on nothing counts, until the day of the answer, which does."""

    since: date
    resumed: date | None
    reason: str = ""


def answer_due(
    promise: Promise,
    started: date,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    extensions: Iterable[Extension] = (),
) -> Deadline:
    """Last day of the answer (until 23:59:59 local), with its explanation; no due date while waiting."""
    waits = tuple(Suspension.pause(pause.since, pause.resumed, pause.reason) for pause in pauses)
    return compute(started, promise.figure, calendar, suspensions=waits, extensions=extensions)


def alert_on(deadline: Deadline, today: date, calendar: Calendar) -> Alert:
    """The alert of a day: half and four fifths of the days used up, the eve, and after the end."""
    left = days_left(deadline, today, calendar)
    if left is None:
        return Alert.NONE
    if left < 0 or (deadline.due is not None and today > deadline.due):
        return Alert.OVERDUE
    if left <= 1:
        return Alert.EVE
    used = deadline.figure.value.n - left
    if used * 5 >= deadline.figure.value.n * 4:
        return Alert.MOST
    return Alert.HALF if used * 2 >= deadline.figure.value.n else Alert.NONE


def silence_proposal(rule: str, alert: Alert) -> str:
    """What silence proposes once overdue (``propose_acceptance``, ``propose_refusal``), never decides."""
    return SILENCE[rule] if alert is Alert.OVERDUE else ""
