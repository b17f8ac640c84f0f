"""The clock of the suite: every "now" and "today" outside ``rules`` comes from here."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from zope.component import queryUtility

from commune.core.interfaces import IClock

BRUSSELS = ZoneInfo("Europe/Brussels")


def now() -> datetime:
    """The present instant, in UTC; a registered ``IClock`` utility takes precedence."""
    clock = queryUtility(IClock)
    return clock.now() if clock is not None else datetime.now(UTC)


def today() -> date:
    """The civil day in Brussels."""
    return now().astimezone(BRUSSELS).date()
