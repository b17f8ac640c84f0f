"""GET @clocks: the statutory clocks of a permit, with what a miss brings and the whole of their computation."""

from typing import Any

from zope.i18n import translate

from commune.core.api.day_json import deadline_json, iso
from commune.core.workflow.actor import Actor
from commune.urbanism.api.whole import WholeService
from commune.urbanism.rules.clocks import Clock
from commune.urbanism.workflow.clocks import all_clocks
from commune.urbanism.workflow.titles import CLOCKS


class GetClocks(WholeService):
    """In the order of the statutory table, superseded ones included."""

    def answer(self, actor: Actor) -> dict[str, Any]:
        return {"@id": self.address("@clocks"), "items": [self._clock(clock) for clock in all_clocks(self.context)]}

    def _clock(self, clock: Clock) -> dict[str, Any]:
        title = CLOCKS.get(clock.rule.id, clock.rule.title)
        return {
            "key": clock.key,
            "rule": clock.rule.id,
            "title": translate(title, context=self.request),
            "series": clock.series,
            "status": str(clock.status),
            "effect_on_miss": str(clock.rule.effect),
            "met_on": iso(clock.met_on),
            "safe_due": iso(clock.safe_due),
            **deadline_json(clock.deadline),
        }
