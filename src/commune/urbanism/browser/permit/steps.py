"""The steps of a permit, and the days that count most."""

from typing import Any

from commune.urbanism.content.steps import StepRecord, day_of, records
from commune.urbanism.content.vocabularies import CHANNEL_TITLES
from commune.urbanism.i18n import _
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.clocks import deciding
from commune.urbanism.workflow.titles import SENSES, STATES, STEPS

KEY_DAYS = (Marker.DEPOSIT, Marker.ACKNOWLEDGMENT, Marker.DECISION, Marker.NOTIFICATION)
KINDS = {
    "event_on": _("step_on", default="on ${day}"),
    "sent_on": _("step_sent", default="sent on ${day}"),
    "received_on": _("step_received", default="received on ${day}"),
}


class StepsPart:
    """Lines for the template."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @property
    def key_days(self) -> list[dict[str, Any]]:
        """Days of the steps that everybody asks for; the term of the decision among them."""
        permit = self.page.context
        found = [(STEPS[marker], day_of(permit, marker)) for marker in KEY_DAYS]
        clock = deciding(permit)
        found.append((_("Last day to send the decision"), clock.due if clock else None))
        return [{"title": title, "day": self.page.day(day)} for title, day in found if day]

    @property
    def lines(self) -> list[dict[str, Any]]:
        """All steps, the latest first."""
        return [self._line(record) for record in reversed(records(self.page.context))]

    def _line(self, record: StepRecord) -> dict[str, Any]:
        step, data = record.step, record.data
        days = {kind: getattr(step, kind) for kind in KINDS}
        shown = [kind for kind in KINDS if days[kind] and (kind == "event_on" or days[kind] != step.event_on)]
        if days["event_on"] in (days["sent_on"], days["received_on"]):
            shown = [kind for kind in KINDS if kind != "event_on" and days[kind]]
        detail = data.get("service") or STATES.get(data.get("sense", "")) or ""
        return {
            "uid": step.uid,
            "title": STEPS.get(step.marker, step.marker.value),
            "days": [{"kind": kind, "day": self.page.day(days[kind])} for kind in shown],
            "detail": detail,
            "sense": SENSES.get(data.get("sense", "")),
            "number": data.get("number", ""),
            "channel": CHANNEL_TITLES.get(record.channel, ""),
            "remark": record.remark,
            "series": step.series if step.series > 1 else 0,
        }
