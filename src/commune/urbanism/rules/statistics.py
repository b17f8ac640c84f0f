"""Figures of a period: counts, durations, share in time, share incomplete."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import fmean, median


@dataclass(frozen=True)
class Treated:
    """A dossier for the statistics; ``delay`` is its announced delay in days, prorogation included."""

    acknowledged_on: date | None
    decided_on: date | None = None
    granted: bool = False
    delay: int | None = None
    times_incomplete: int = 0
    procedure: str = "P"


@dataclass(frozen=True)
class Figures:
    """Durations are days from acknowledgment to decision; shares are percentages with one decimal, or ``None``."""

    dossiers: int
    decided: int
    granted: int
    refused: int
    pending: int
    median: float | None
    mean: float | None
    ninetieth: int | None
    longest: int | None
    in_time: float | None
    incomplete: float | None


def figures(dossiers: Iterable[Treated], first: date, last: date) -> Figures:
    """Figures of the dossiers acknowledged from ``first`` to ``last``, both included."""
    chosen = [one for one in dossiers if one.acknowledged_on and first <= one.acknowledged_on <= last]
    durations = sorted(days for one in chosen if (days := duration(one)) is not None)
    timed = [(days, one.delay) for one in chosen if (days := duration(one)) is not None and one.delay is not None]
    granted = sum(one.granted for one in chosen if one.decided_on)
    return Figures(
        dossiers=len(chosen),
        decided=len(durations),
        granted=granted,
        refused=len(durations) - granted,
        pending=len(chosen) - len(durations),
        median=median(durations) if durations else None,
        mean=round(fmean(durations), 1) if durations else None,
        ninetieth=durations[ceil(len(durations) * 0.9) - 1] if durations else None,
        longest=max(durations, default=None),
        in_time=_share(sum(days <= delay for days, delay in timed), len(timed)),
        incomplete=_share(sum(one.times_incomplete > 0 for one in chosen), len(chosen)),
    )


def duration(one: Treated) -> int | None:
    """Days from acknowledgment to decision, ``None`` while there is no decision."""
    if one.acknowledged_on is None or one.decided_on is None:
        return None
    return (one.decided_on - one.acknowledged_on).days


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
