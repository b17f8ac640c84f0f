"""The accessibility declaration, rendered from its data after the European model."""

from typing import Any

from commune.core.content.authority import authority
from commune.website.browser.page.view import Page
from commune.website.content.statement import METHODS, REASONS, STATUSES, statement_of
from commune.website.rules.statement import FEEDBACK_DAYS, review_due


class Statement(Page):
    """Says what the data says, and when it must be reviewed."""

    @property
    def authority(self) -> str:
        return str(authority().name)

    @property
    def status(self) -> Any:
        return _title(STATUSES, self.context.status)

    @property
    def method(self) -> Any:
        return _title(METHODS, self.context.method)

    @property
    def faults(self) -> list[dict[str, Any]]:
        rows = self.context.non_conformities or ()
        return [{**row, "reason": _title(REASONS, row["reason"]), "day": self.day(row["found_on"])} for row in rows]

    @property
    def answer_days(self) -> int:
        return int(FEEDBACK_DAYS.value)

    @property
    def review(self) -> str:
        due = review_due(statement_of(self.context, self.authority))
        return self.day(due) if due else ""


def _title(vocabulary: Any, value: str | None) -> Any:
    return vocabulary.by_value[value].title if value in vocabulary.by_value else ""
