"""POST @deadlines-compute: a due date from a start and a delay, with the days skipped and why (DL-7)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import DAY, TEXT, body
from commune.core.api.day_json import deadline_json
from commune.core.api.refused import refused
from commune.core.content.calendar import authority_calendar
from commune.core.rules.calendars import Week
from commune.core.rules.counting import Direction, Unit
from commune.core.rules.deadlines import Delay, Roll, Suspension, compute
from commune.core.rules.law import Figure
from commune.core.rules.refusals import Refusal

KINDS: Mapping[str, type[StrEnum]] = {"unit": Unit, "direction": Direction, "roll": Roll, "roll_week": Week}
MOST = 100_000


class ComputeDeadline(Act):
    """Body: ``start``, ``n``, and ``unit``, ``direction``, ``roll``, ``roll_week``, ``suspensions`` when wished.

    400 with every field that cannot be read. Writes nothing.
    """

    takes = body(
        "start",
        "n",
        start=DAY,
        n={"type": "integer", "minimum": 0, "maximum": MOST},
        **{name: {"type": "string", "enum": [str(one) for one in kind]} for name, kind in KINDS.items()},
        suspensions={"type": "array", "items": body("from", **{"from": DAY, "to": DAY, "reason": TEXT})},
    )

    strict = False

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        faults: list[Refusal] = []
        start = _day(wish.get("start"), "start", faults)
        n = wish.get("n")
        if not isinstance(n, int) or isinstance(n, bool) or not 0 <= n <= MOST:
            faults.append(_fault("n", n))
        terms = {name: _member(kind, wish[name], name, faults) for name, kind in KINDS.items() if name in wish}
        suspensions = [_suspension(one, faults) for one in wish.get("suspensions") or ()]
        if faults:
            return refused(self, tuple(faults), 400)
        figure = Figure(Delay(n, **terms), "", date.min)
        try:
            return deadline_json(compute(start, figure, authority_calendar(), suspensions))
        except (ValueError, OverflowError):  # beyond the calendar
            return refused(self, (_fault("n", n),), 400)


def _fault(field: str, value: Any) -> Refusal:
    return Refusal("deadline.input", {"field": field, "value": value}, field)


def _day(value: Any, field: str, faults: list[Refusal]) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        faults.append(_fault(field, value))
        return None


def _member(kind: type[StrEnum], value: Any, field: str, faults: list[Refusal]) -> StrEnum | None:
    try:
        return kind(value)
    except ValueError:
        faults.append(_fault(field, value))
        return None


def _suspension(value: Any, faults: list[Refusal]) -> Suspension:
    spans = value if isinstance(value, dict) else {}
    first = _day(spans.get("from"), "suspensions", faults)
    last = _day(spans["to"], "suspensions", faults) if spans.get("to") else None
    return Suspension(first or date.min, last, str(spans.get("reason", "")))
