"""Moments as content stores them: in UTC, read in the time of Brussels."""

from datetime import UTC, datetime
from typing import Any

from commune.core.content.clock import BRUSSELS


class Moment:
    """A datetime attribute. A value without zone is a local time; what is read back is local and aware.

    Zones of ``zoneinfo`` do not go into the database, UTC does.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = f"_{name}_utc"

    def __get__(self, content: Any, owner: type | None = None) -> Any:
        if content is None:
            return self
        stored = content.__dict__.get(self.name)
        return stored.astimezone(BRUSSELS) if stored is not None else None

    def __set__(self, content: Any, moment: datetime | None) -> None:
        if moment is not None:
            moment = (moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)).astimezone(UTC)
        setattr(content, self.name, moment)
