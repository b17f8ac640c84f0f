"""The track of the supervisory authority as a form or a program gives it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused
from commune.meeting.rules.followup import Supervision

DAYS = ("sent", "received", "answered")


def read_track(before: Supervision, given: Mapping[str, Any]) -> Supervision:
    """The track with what is given; what is not named stays. Raises ``Refused`` with all that cannot be read."""
    values: dict[str, Any] = {}
    faults = []
    for name in DAYS:
        if name in given:
            try:
                values[name] = date.fromisoformat(str(given[name])) if given[name] else None
            except ValueError:
                faults.append(Refusal("followup.unreadable", {"text": given[name]}, name))
    days = str(given.get("prorogation", before.prorogation) or "0")
    if days.isdecimal():
        values["prorogation"] = int(days)
    else:
        faults.append(Refusal("followup.unreadable", {"text": days}, "prorogation"))
    values |= {name: str(given[name] or "") for name in ("answer", "kind") if name in given}
    if faults:
        raise Refused(*faults)
    return replace(before, **values)
