"""Deadlines and days as JSON."""

from typing import Any

from commune.core.rules.deadlines import Deadline


def deadline_json(deadline: Deadline) -> dict[str, Any]:
    """The whole of a deadline: what is due when, and each line of why."""
    figure = deadline.figure
    return {
        "start": iso(deadline.start),
        "due": iso(deadline.due),
        "unrolled": iso(deadline.unrolled),
        "alert": iso(deadline.alert_date),
        "suspended": deadline.suspended,
        "source": figure.value.article or figure.source,
        "confidence": figure.confidence,
        "trace": [
            {
                "rule": step.rule,
                "article": step.article,
                "inputs": {name: plain(value) for name, value in step.inputs.items()},
                "result": iso(step.result),
                "skipped": [{"day": iso(c.day), "layer": str(c.layer), "name": c.name} for c in step.skipped],
            }
            for step in deadline.trace
        ],
    }


def iso(day: Any) -> str | None:
    """ISO 8601, ``None`` for none."""
    return day.isoformat() if day is not None else None


def plain(value: Any) -> Any:
    """A value that JSON knows."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value if isinstance(value, (int, float, bool, list, dict)) or value is None else str(value)
