"""POST @try-condition: a condition on this item or meeting, test by test."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NAMED, body
from commune.core.rules.conditions import Finding
from commune.meeting.workflow.trying import try_condition


class PostTrying(Act):
    """For managers of the body. 409 with the place of everything that is wrong with the condition."""

    takes = body("condition", condition=NAMED)
    kept = False

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        return finding_json(try_condition(self.context, wish["condition"]))


def finding_json(finding: Finding) -> dict[str, Any]:
    """One node with its parts."""
    if finding.parts or not finding.field:
        return {
            "test": finding.test,
            "holds": finding.outcome,
            "place": finding.path,
            "parts": [finding_json(part) for part in finding.parts],
        }
    return {
        "test": finding.test,
        "holds": finding.outcome,
        "place": finding.path,
        "field": finding.field,
        "value": plain(finding.value),
        "wanted": plain(finding.wanted),
    }


def plain(value: object) -> object:
    """A value of the item as JSON."""
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)
