"""A deadline as a screen shows it: computed by the rules, named by its module."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from commune.core.rules.deadlines import Deadline, Status, status_on


@dataclass(frozen=True)
class ShownDeadline:
    """``title`` says what must be done; ``met_on`` is the day on which it was, if any."""

    title: Any
    deadline: Deadline
    met_on: date | None = None
    cancelled: bool = False

    def status(self, today: date) -> Status:
        """Where it stands on ``today``."""
        return status_on(self.deadline, today, self.met_on, self.cancelled)
