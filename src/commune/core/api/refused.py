"""A refused act as an HTTP answer: 409 with every reason, its code, place and sentence."""

from typing import Any

from commune.core.rules.refusals import Refusal
from commune.core.workflow.wording import sentence


def refusal_json(refusal: Refusal, request: Any) -> dict[str, object]:
    """One reason, for programs (code, place, data) and for people (message)."""
    return {
        "code": refusal.code,
        "place": refusal.place,
        "data": {key: str(value) for key, value in refusal.data.items()},
        "message": sentence(refusal, request),
    }


def refused(service: Any, refusals: tuple[Refusal, ...], status: int = 409) -> dict[str, object]:
    """Set the status and give the body that lists all refusals."""
    service.request.response.setStatus(status)
    return {"error": {"type": "Refused", "refusals": told(service, refusals)}}


def told(service: Any, refusals: tuple[Refusal, ...]) -> list[dict[str, object]]:
    """The reasons as JSON, where one act of several was refused."""
    return [refusal_json(one, service.request) for one in refusals]
