"""Where the permit stands before the College."""

from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.core.workflow.wording import sentence
from commune.urbanism.rules.permits import decision_warnings
from commune.urbanism.workflow.college import request_refusals, unanswered
from commune.urbanism.workflow.facts import facts_of
from commune.urbanism.workflow.titles import STATES


class CollegePart:
    """Facts for the template."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.permit = page.context
        self.asked = page.context.college
        self.decision = page.context.decision

    @property
    def offered(self) -> bool:
        """Whether asking makes sense in the present state."""
        return self.page.acts and self.permit.state in ("complete", "decision_pending") and not self._waits()

    def _waits(self) -> bool:
        return self.asked is not None and not self.asked.taken

    @property
    def reasons(self) -> list[str]:
        """Why the College cannot be asked now."""
        return [sentence(one, self.page.request) for one in request_refusals(self.permit, self.page.actor)]

    @property
    def unanswered(self) -> bool:
        return unanswered(self.permit)

    @property
    def requested_on(self) -> str:
        return self.page.day(self.asked.requested_on) if self.asked else ""

    @property
    def day(self) -> str:
        return self.page.day(self.asked.day) if self.asked else ""

    @property
    def item_url(self) -> str:
        """Address of the item; empty when the reader may not see it."""
        item = by_uid(self.asked.item) if self.asked else None
        visible = item is not None and self.page.may_view(item)
        return item.absolute_url() if visible else ""

    @property
    def sense(self) -> Any:
        return STATES.get(self.decision.sense) if self.decision else None

    @property
    def warnings(self) -> list[str]:
        """What is odd about the decision."""
        return [sentence(one, self.page.request) for one in decision_warnings(facts_of(self.permit))]
