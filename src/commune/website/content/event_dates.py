"""The dates of Plone's event, as the rules of events read them."""

import re
from datetime import date, datetime
from typing import Any

from commune.website.rules.events import BRUSSELS, Event

_LINE = re.compile(r"^(RRULE|RDATE|EXDATE)[^:]*:(.+)$", re.MULTILINE)


def event_dates(context: Any) -> Event:
    """Wall-clock start, end and recurrence of an event; ``open_end`` has no end."""
    lines = dict(_LINE.findall((context.recurrence or "").replace("\r\n", "\n")))
    return Event(
        start=_wall(context.start),
        end=None if context.open_end else _wall(context.end),
        whole_day=bool(context.whole_day),
        rule=lines.get("RRULE", "").strip(),
        extra=tuple(_moments(lines.get("RDATE", ""))),
        excluded=frozenset(_days(lines.get("EXDATE", ""))),
    )


def _wall(moment: datetime) -> datetime:
    local = moment.astimezone(BRUSSELS) if moment.tzinfo else moment
    return local.replace(tzinfo=None, second=0, microsecond=0)


def _moments(text: str) -> list[datetime]:
    return [datetime.strptime(one.strip()[:15], "%Y%m%dT%H%M%S") for one in text.split(",") if "T" in one]


def _days(text: str) -> list[date]:
    return [datetime.strptime(one.strip()[:8], "%Y%m%d").date() for one in text.split(",") if one.strip()]
