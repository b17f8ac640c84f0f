"""The dossier's deadlines: a light, a day, and how the day was found."""

from typing import Any

from plone import api

from commune.core.content.clock import today
from commune.core.i18n import _
from commune.core.rules.dates import long_date
from commune.core.rules.deadlines import Status, Step
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
SOON_DAYS = 5


class Deadlines:
    """Lines for the template, nothing more."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
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
            "source": one.deadline.figure.source,
            "steps": [self._step(step) for step in one.deadline.trace],
        }

    def _light(self, one: Clock, status: Status) -> str:
        due = one.deadline.due
        if status is Status.RUNNING and due is not None and (due - self.today).days <= SOON_DAYS:
            return "soon"
        return str(status)

    def _step(self, step: Step) -> dict[str, Any]:
        inputs = [str(value) for value in step.inputs.values() if value not in (None, "")]
        return {
            "rule": STEPS.get(step.rule, step.rule),
            "article": step.article,
            "inputs": ", ".join(inputs),
            "result": self._day(step.result),
            "skipped": len(step.skipped),
        }

    def _day(self, day: Any) -> str:
        return long_date(day, self.language) if day else ""
