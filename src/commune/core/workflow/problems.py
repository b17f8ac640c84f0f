"""Refused calls as programs are told: one form, whatever refused them."""

from typing import Any

from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.wording import sentence


def refusal_json(refusal: Refusal, request: Any) -> dict[str, object]:
    """One reason, for programs (code, place, data) and for people (message)."""
    return {
        "code": refusal.code,
        "place": refusal.place,
        "data": {key: str(value) for key, value in refusal.data.items()},
        "message": sentence(refusal, request),
    }


def problem_json(refusals: Refusals, request: Any) -> dict[str, object]:
    """The body that lists all refusals."""
    return {"error": {"type": "Refused", "refusals": [refusal_json(one, request) for one in refusals]}}
