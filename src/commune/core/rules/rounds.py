"""When work that comes back regularly is due."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from commune.core.rules.deadlines import BRUSSELS


@dataclass(frozen=True)
class Rhythm:
    """``every``: at least so long after the last time. ``at``: the local hour from which nightly work is done."""

    every: timedelta = timedelta(minutes=1)
    at: time | None = None


NIGHTLY = Rhythm(timedelta(days=1), time(2))
EACH_MINUTE = Rhythm()


def due(rhythm: Rhythm, last: datetime | None, now: datetime) -> bool:
    """Whether it is time again. Nightly work is done once a local day, as soon as its hour is past, even late."""
    if rhythm.at is None:
        return last is None or last + rhythm.every <= now
    local = now.astimezone(BRUSSELS)
    return local.time() >= rhythm.at and (last is None or last.astimezone(BRUSSELS).date() < local.date())


def last_hour(rhythm: Rhythm, now: datetime) -> datetime:
    """The last instant at which nightly work fell due."""
    local, hour = now.astimezone(BRUSSELS), rhythm.at or time(0)
    day = local.date() if local.time() >= hour else local.date() - timedelta(days=1)
    return datetime.combine(day, hour, BRUSSELS)


def lag(rhythm: Rhythm, finished: datetime | None, now: datetime) -> timedelta:
    """How long nightly work is overdue: nothing once it was finished since it last fell due."""
    wanted = last_hour(rhythm, now)
    return timedelta(0) if finished is not None and finished >= wanted else now - wanted
