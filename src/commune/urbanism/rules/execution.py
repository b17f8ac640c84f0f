"""After the decision: from when a permit may be executed, until when it lives, how it is prolonged."""

from dataclasses import dataclass
from datetime import date, timedelta

from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.counting import Direction, Unit, count
from commune.core.rules.deadlines import Delay, Extension
from commune.core.rules.law import Figure, in_force
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.urbanism.rules.regimes import CODT_2017

PROLONGATION = (Figure(Extension(2, Unit.YEARS, "prolongation", "CoDT art. D.IV.84"), "CoDT art. D.IV.84", CODT_2017),)
REQUEST_BEFORE = (
    Figure(Delay(45, Unit.CALENDAR_DAYS, Direction.BEFORE), "CoDT art. D.IV.84", CODT_2017),
)  # fmt: skip
WATCH = ((12, Unit.MONTHS_EU), (90, Unit.CALENDAR_DAYS), (45, Unit.CALENDAR_DAYS))


@dataclass(frozen=True)
class Prolongation:
    """Answer to a request to prolong: last day to ask, and the years it gives, if the law has them."""

    latest_request: date
    extension: Extension


def executable_from(suspension_due: date | None) -> date | None:
    """First day on which a permit may be executed: the day after the Region's term to suspend it (L13)."""
    return suspension_due + timedelta(days=1) if suspension_due else None


def prolongation(lapse: date, first_deposit: date, calendar: Calendar = LAW) -> Prolongation | None:
    """What a request to prolong a permit that lapses that day must respect, and what it gives."""
    years, ahead = in_force(PROLONGATION, first_deposit), in_force(REQUEST_BEFORE, first_deposit)
    if years is None or ahead is None:
        return None
    delay = ahead.value
    return Prolongation(count(lapse, delay.n, delay.unit, calendar, delay.direction).end, years.value)


def prolongation_warnings(requested_on: date, offer: Prolongation) -> Refusals:
    """Warns when the request came after its last day."""
    if requested_on <= offer.latest_request:
        return NONE
    return (Refusal("lapse.late_request", {"latest": offer.latest_request}, "requested_on"),)


def lapse_watch(lapse: date, calendar: Calendar = LAW) -> tuple[date, ...]:
    """Days on which to remind that the permit lapses: twelve months, ninety and forty-five days before."""
    return tuple(count(lapse, n, unit, calendar, Direction.BEFORE).end for n, unit in WATCH)
