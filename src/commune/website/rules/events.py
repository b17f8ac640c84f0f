"""Dates of events: occurrences in local time, what is running, coming and past."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr

from commune.core.rules.refusals import NONE, Refusal, Refusals

BRUSSELS = ZoneInfo("Europe/Brussels")
MOST_OCCURRENCES = 500
HORIZON_MONTHS = 24
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


@dataclass(frozen=True)
class Change:
    """An occurrence that differs from its series: cancelled, or moved to another wall-clock time."""

    cancelled: bool = False
    start: datetime | None = None
    end: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class Event:
    """An event as typed: wall-clock ``start`` and ``end`` without zone (``end`` ``None``: open).

    A whole-day event uses the dates only, the last day included. ``rule`` is an RRULE without its
    name; ``extra`` (RDATE) are more starts; ``excluded`` (EXDATE) and ``changes`` go by the day of
    the occurrence, so they follow the series when its hour changes.
    """

    start: datetime
    end: datetime | None = None
    whole_day: bool = False
    rule: str = ""
    extra: tuple[datetime, ...] = ()
    excluded: frozenset[date] = frozenset()
    changes: Mapping[date, Change] = field(default_factory=dict)
    zone: ZoneInfo = BRUSSELS


@dataclass(frozen=True)
class Occurrence:
    """One date of an event, in UTC. ``ends`` is ``None`` when open; ``until`` is when it is over for lists.

    ``day`` is its local day in the series, whatever it was moved to.
    """

    day: date
    starts: datetime
    ends: datetime | None
    until: datetime
    cancelled: bool = False
    moved: bool = False
    note: str = ""

    def is_running(self, now: datetime) -> bool:
        return self.starts <= now < self.until


def occurrences(event: Event, after: datetime, before: datetime) -> tuple[Occurrence, ...]:
    """Occurrences over after ``after`` and begun before ``before`` (aware, both), by start, 500 at most.

    Counted on the wall clock: an impossible local time of a series is skipped and not counted; a single
    date in the gap keeps the offset before it; a repeated time means its first instance.
    """
    found = [_occurrence(event, start) for start in _starts(event, before)]
    chosen = sorted((one for one in found if one.until > after and one.starts < before), key=lambda one: one.starts)
    return tuple(chosen[:MOST_OCCURRENCES])


def upcoming(event: Event, now: datetime) -> tuple[Occurrence, ...]:
    """Running and coming occurrences within twenty-four months."""
    return occurrences(event, now, now + relativedelta(months=HORIZON_MONTHS))


def in_order(agenda: Iterable[tuple[str, Event]], now: datetime) -> tuple[tuple[str, Occurrence], ...]:
    """All coming occurrences of several events (key, event), by start, then key."""
    listed = [(key, one) for key, event in agenda for one in upcoming(event, now)]
    return tuple(sorted(listed, key=lambda pair: (pair[1].starts, pair[0])))


def is_past(event: Event, now: datetime) -> bool:
    """Whether nothing of the event is running or to come within the horizon."""
    return not upcoming(event, now)


def utc(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall-clock time: first instance of a repeated one, offset before a gap."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether the wall clock ever shows that time (not in the gap of spring)."""
    return utc(wall, zone).astimezone(zone).replace(tzinfo=None) == wall


def event_refusals(event: Event) -> Refusals:
    """Everything wrong with the dates of an event."""
    refusals = []
    last = event.end
    if last is not None and (last.date() < event.start.date() if event.whole_day else last <= event.start):
        refusals.append(Refusal("event.end_before_start", place="end"))
    return (*refusals, *_rule_refusals(event))


def _rule_refusals(event: Event) -> Refusals:
    if not event.rule:
        return NONE
    try:
        parts, _ = _parsed(event)
    except ValueError as error:
        return (Refusal("event.rule", {"reason": str(error)}, "rule"),)
    if "COUNT" in parts and "UNTIL" in parts:
        return (Refusal("event.count_and_until", place="rule"),)
    return NONE if parts["FREQ"] in _FREQUENCIES else (Refusal("event.too_frequent", place="rule"),)


def _parsed(event: Event) -> tuple[dict[str, str], rrule]:
    """Parts of the rule, and its series without the ends, which are counted here."""
    parts = dict(part.split("=", 1) for part in event.rule.upper().split(";"))
    endless = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("COUNT", "UNTIL"))
    series = rrulestr(endless, dtstart=event.start)
    if not isinstance(series, rrule):
        raise ValueError("one rule only")
    int(parts.get("COUNT", "1"))
    _until(parts, event)
    return parts, series


def _starts(event: Event, before: datetime) -> Iterator[datetime]:
    if not event.rule:
        yield event.start
    else:
        yield from (start for start in _series(event, before) if start.date() not in event.excluded)
    yield from (start for start in event.extra if start.date() not in event.excluded)


def _series(event: Event, before: datetime) -> Iterator[datetime]:
    parts, series = _parsed(event)
    most = int(parts["COUNT"]) if "COUNT" in parts else None
    until = _until(parts, event)
    counted = 0
    last = before.astimezone(event.zone).replace(tzinfo=None) + timedelta(days=1)
    for start in series.replace(until=last):
        if counted == most or (until is not None and utc(start, event.zone) > until):
            return
        if event.whole_day or exists(start, event.zone):
            counted += 1
            yield start


def _until(parts: Mapping[str, str], event: Event) -> datetime | None:
    """UNTIL as an instant; a date alone includes that whole day."""
    text = parts.get("UNTIL")
    if text is None:
        return None
    if len(text) == 8:
        day = datetime.strptime(text, "%Y%m%d")
        return utc(datetime.combine(day.date(), time(23, 59, 59)), event.zone)
    if text.endswith("Z"):
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return utc(datetime.strptime(text, "%Y%m%dT%H%M%S"), event.zone)


def _occurrence(event: Event, start: datetime) -> Occurrence:
    change = event.changes.get(start.date(), Change())
    begins = change.start or start
    starts, ends = _whole_days(event, begins) if event.whole_day else _hours(event, begins, change)
    over = ends or utc(datetime.combine(begins.date() + timedelta(days=1), time()), event.zone)
    return Occurrence(start.date(), starts, ends, over, change.cancelled, change.start is not None, change.note)


def _whole_days(event: Event, begins: datetime) -> tuple[datetime, datetime]:
    length = (event.end.date() - event.start.date()).days if event.end else 0
    midnight = datetime.combine(begins.date(), time())
    return utc(midnight, event.zone), utc(midnight + timedelta(days=length + 1), event.zone)


def _hours(event: Event, begins: datetime, change: Change) -> tuple[datetime, datetime | None]:
    ending = change.end or (begins + (event.end - event.start) if event.end else None)
    return utc(begins, event.zone), utc(ending, event.zone) if ending else None
