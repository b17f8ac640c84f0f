"""Spans of days: both ends inclusive, an open end is ``None``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Span:
    """Days from ``start`` to ``end``, both inclusive; ``reason`` says why."""

    start: date
    end: date | None
    reason: str = ""

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the span."""
        return self.start <= day and (self.end is None or day <= self.end)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a day."""
        starts_in_time = self.end is None or other.start <= self.end
        return starts_in_time and (other.end is None or self.start <= other.end)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The union of ``spans``: overlapping or touching ones become one, in order; empty ones vanish.

    The reasons of what was joined are listed once each, separated by "; ".
    """
    union: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if span.end is not None and span.end < span.start:
            continue
        last = union[-1] if union else None
        if last is not None and (last.end is None or span.start <= last.end + timedelta(days=1)):
            union[-1] = _joined(last, span)
        else:
            union.append(Span(span.start, span.end, span.reason))
    return tuple(union)


def _joined(one: Span, other: Span) -> Span:
    end = None if one.end is None or other.end is None else max(one.end, other.end)
    reasons = dict.fromkeys(part for reason in (one.reason, other.reason) for part in reason.split("; ") if part)
    return Span(one.start, end, "; ".join(reasons))
