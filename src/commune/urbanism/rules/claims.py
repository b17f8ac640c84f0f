"""Claims of an inquiry: counted, late or not, and when they let the Region appeal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from commune.core.rules.law import Figure, in_force
from commune.urbanism.rules.consultations import Period
from commune.urbanism.rules.regimes import CODT_2017

_SOURCE = "CoDT art. D.IV.65"
THRESHOLDS = tuple(
    Figure((inhabitants, claims), _SOURCE, CODT_2017, None, "B")
    for inhabitants, claims in ((100_000, 300), (50_000, 200), (25_000, 100), (10_000, 50), (0, 25))
)
"""Lowest number of inhabitants (inclusive) and the individual claims from which the Region may appeal."""


@dataclass(frozen=True)
class Claim:
    """A claim: ``kind`` is ``written``, ``oral`` or ``petition``; ``sent_on`` decides whether it is late."""

    kind: str
    sent_on: date
    resident: bool = True
    motivated: bool = True
    signatures: int = 0


@dataclass(frozen=True)
class Counters:
    """How many claims of each sort; those out of time are in ``late`` and in no other counter."""

    written: int = 0
    oral: int = 0
    petitions: int = 0
    signatures: int = 0
    late: int = 0
    residents: int = 0


def is_late(claim: Claim, period: Period) -> bool:
    """Whether the claim was sent outside the period (both of its ends are in time)."""
    return not period.covers(claim.sent_on)


def counters(claims: Iterable[Claim], period: Period) -> Counters:
    """Count the claims of an inquiry."""
    listed = tuple(claims)
    timely = [claim for claim in listed if not is_late(claim, period)]
    return Counters(
        written=sum(claim.kind == "written" for claim in timely),
        oral=sum(claim.kind == "oral" for claim in timely),
        petitions=sum(claim.kind == "petition" for claim in timely),
        signatures=sum(claim.signatures for claim in timely),
        late=len(listed) - len(timely),
        residents=sum(claim.resident for claim in timely),
    )


def region_may_appeal(
    claims: Iterable[Claim], period: Period, inhabitants: int, has_commission: bool, on: date
) -> Figure[tuple[int, int]] | None:
    """The threshold reached by motivated individual claims of residents, ``None`` when it is not.

    Where the commune has an advisory commission the number of claims opens no appeal.
    """
    if has_commission:
        return None
    individual = [
        claim
        for claim in claims
        if claim.resident and claim.motivated and claim.kind != "petition" and not is_late(claim, period)
    ]
    figure = next((one for one in THRESHOLDS if inhabitants >= one.value[0]), THRESHOLDS[-1])
    reached = in_force([figure], on) is not None and len(individual) >= figure.value[1]
    return figure if reached else None
