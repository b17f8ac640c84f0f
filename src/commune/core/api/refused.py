"""A refused act as an HTTP answer: 409 with every reason, its code, place and sentence."""

from typing import Any

from commune.core.rules.refusals import Refusals
from commune.core.workflow.problems import problem_json, refusal_json

__all__ = ["refusal_json", "refused"]


def refused(service: Any, refusals: Refusals, status: int = 409) -> dict[str, object]:
    """Set the status and give the body that lists all refusals."""
    service.request.response.setStatus(status)
    return problem_json(refusals, service.request)


def told(service: Any, refusals: Refusals) -> list[dict[str, object]]:
    """The reasons as JSON, where one act of several was refused."""
    return [refusal_json(one, service.request) for one in refusals]
