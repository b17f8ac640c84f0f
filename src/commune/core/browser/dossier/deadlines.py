"""The dossier's deadlines: a light, a day, and how the day was found."""

from datetime import date
from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.content.clock import today
from commune.core.i18n import _
from commune.core.rules.counting import Unit
from commune.core.rules.dates import long_date
from commune.core.rules.deadlines import Deadline, Status, Step
from commune.core.workflow.clocks import Clock, clocks

LIGHTS = {
    Status.NOT_STARTED: _("Not started"),
    Status.RUNNING: _("Running"),
    Status.SUSPENDED: _("Suspended"),
    Status.MET: _("Met"),
    Status.MISSED: _("Late"),
    Status.CANCELLED: _("Cancelled"),
}
STEPS = {
    "start": _("Start"),
    "count": _("Counting"),
    "extension": _("Extension"),
    "suspension": _("Suspension"),
    "forbidden_end": _("Days on which it may not end"),
    "roll": _("Moved off closed days"),
}
UNITS = {
    Unit.CALENDAR_DAYS: _("calendar days"),
    Unit.WORKING_DAYS: _("working days"),
    Unit.CLEAR_DAYS: _("clear days"),
    Unit.OUVRABLES: _("days of the working week"),
    Unit.MONTHS_BE: _("months"),
    Unit.MONTHS_EU: _("months"),
    Unit.YEARS: _("years"),
}
SILENT = ("direction", "roll", "week", "weekdays")
SOON_DAYS = 5


class Deadlines:
    """Lines for the template, nothing more."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request
        self.language = request.get("LANGUAGE") or api.portal.get_current_language()
        self.today = today()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [self._line(one) for one in clocks(self.context)]

    def _line(self, one: Clock) -> dict[str, Any]:
        status = one.status(self.today)
        return {
            "title": one.title,
            "ours": one.ours,
            "light": self._light(one, status),
            "status": LIGHTS[status],
            "due": self._day(one.deadline.due),
            "iso": one.deadline.due.isoformat() if one.deadline.due else "",
            **self.why(one.deadline),
        }

    def why(self, deadline: Deadline) -> dict[str, Any]:
        """How a day was found: its source, and each step of its computation."""
        return {"source": deadline.figure.source, "steps": [self._step(step) for step in deadline.trace]}

    def _light(self, one: Clock, status: Status) -> str:
        due = one.deadline.due
        if status is Status.RUNNING and due is not None and (due - self.today).days <= SOON_DAYS:
            return "soon"
        return str(status)

    def _step(self, step: Step) -> dict[str, Any]:
        inputs = [self._word(value) for name, value in step.inputs.items() if name not in SILENT]
        return {
            "rule": STEPS.get(step.rule, step.rule),
            "article": step.article,
            "inputs": ", ".join(word for word in inputs if word),
            "result": self._day(step.result),
            "skipped": len(step.skipped),
        }

    def _word(self, value: Any) -> str:
        """An input of the computation as one reads it; nothing for what was not given."""
        if isinstance(value, date):
            return self._day(value)
        if value in UNITS:
            return translate(UNITS[value], context=self.request)
        return "" if value is None else str(value)

    def _day(self, day: Any) -> str:
        return long_date(day, self.language) if day else ""
