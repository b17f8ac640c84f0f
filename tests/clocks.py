"""The suite's clock in tests: standing on a day, or running from one, so that no test depends on the calendar."""

from contextlib import contextmanager
from datetime import UTC, date, datetime

from zope.component import getGlobalSiteManager
from zope.interface import implementer

from commune.core.interfaces import IClock

DEPLOYED = date(2026, 11, 20)


@implementer(IClock)
class FixedClock:
    """Nine o'clock in UTC, for ever."""

    def __init__(self, day):
        self.at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)

    def now(self):
        return self.at


@implementer(IClock)
class MovedClock:
    """Runs as the real one, from nine o'clock in UTC of a day."""

    def __init__(self, day):
        self.shift = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) - datetime.now(UTC)

    def now(self):
        return datetime.now(UTC) + self.shift


@contextmanager
def by(clock):
    """The suite goes by that clock; then by the one before."""
    registry = getGlobalSiteManager()
    before = registry.queryUtility(IClock)
    registry.registerUtility(clock, IClock)
    try:
        yield
    finally:
        registry.unregisterUtility(clock, IClock)
        if before is not None:
            registry.registerUtility(before, IClock)


def on(day):
    """The suite's clock stands on that day."""
    return by(FixedClock(day))
