"""News, events and procedures to show: what the visitor may see, in the language that he reads."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from plone import api

from commune.core.content.clock import now
from commune.website.content.event_dates import event_dates
from commune.website.rules.events import Occurrence, in_order, occurrences

MOST_EVENTS = 200
PAST_DAYS = 365
PROCEDURE = "procedure"


@dataclass(frozen=True)
class Dated:
    """An event with one of its dates."""

    event: Any
    occurrence: Occurrence

    @property
    def running(self) -> bool:
        return self.occurrence.is_running(now())


def news(language: str, start: int = 0, size: int = 10) -> tuple[list[Any], int]:
    """News (brains), the latest first, and how many there are."""
    found = _catalog()(portal_type="News Item", read_in=language, sort_on="effective", sort_order="descending")
    return list(found[start : start + size]), len(found)


def coming(language: str, most: int = MOST_EVENTS) -> list[Dated]:
    """The next date of each event that is running or to come, by date."""
    events = {event.UID(): event for event in _events(language, {"query": _naive(now()), "range": "min"})}
    dates = in_order(((uid, event_dates(event)) for uid, event in events.items()), now())
    first: dict[str, Occurrence] = {}
    for uid, occurrence in dates:
        first.setdefault(uid, occurrence)
    return [Dated(events[uid], occurrence) for uid, occurrence in first.items()][:most]


def past(language: str) -> list[Dated]:
    """The last date of the events that are over, of the last year, the latest first."""
    since = now() - timedelta(days=PAST_DAYS)
    events = _events(language, {"query": (_naive(since), _naive(now())), "range": "minmax"})
    dated = [(event, occurrences(event_dates(event), since, now())) for event in events]
    found = [Dated(event, dates[-1]) for event, dates in dated if dates]
    return sorted(found, key=lambda one: one.occurrence.starts, reverse=True)


def procedures() -> list[Any]:
    """Procedures (brains) that the visitor may see, by title; none when no module brings any."""
    return list(_catalog()(portal_type=PROCEDURE, sort_on="sortable_title"))


def below(container: Any, **more: Any) -> list[Any]:
    """What the visitor may see directly in a folder (brains), in its order."""
    path = {"query": "/".join(container.getPhysicalPath()), "depth": 1}
    return list(_catalog()(path=path, sort_on="getObjPositionInParent", **more))


def _events(language: str, over_at: dict[str, Any]) -> list[Any]:
    brains = _catalog()(portal_type="Event", read_in=language, over_at=over_at, sort_limit=MOST_EVENTS)
    return [brain.getObject() for brain in brains[:MOST_EVENTS]]


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _catalog() -> Any:
    return api.portal.get_tool("portal_catalog")
