"""How often one caller may ask: a bucket that empties by one with each call and fills again evenly."""

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Bucket:
    """What is left (calls) at an instant (seconds of any clock that only goes forward)."""

    left: float
    at: float


@dataclass(frozen=True)
class Spent:
    """The bucket after a call: whether the call is served, how many are left, seconds until one is again."""

    bucket: Bucket
    served: bool
    left: int
    wait: int


def spend(bucket: Bucket | None, at: float, per_minute: int) -> Spent:
    """Take one call from the bucket (``None``: a caller not seen lately). ``per_minute`` is above zero: as many at
    once, then evenly over the minutes."""
    left = float(per_minute) if bucket is None else filled(bucket, at, per_minute)
    if left >= 1:
        return Spent(Bucket(left - 1, at), True, int(left - 1), 0)
    wait = max(1, ceil((1 - left) * 60 / per_minute))
    return Spent(Bucket(left, at), False, 0, wait)


def filled(bucket: Bucket, at: float, per_minute: int) -> float:
    """What the bucket holds at a later instant, never above the figure of a minute."""
    return min(float(per_minute), bucket.left + max(0.0, at - bucket.at) * per_minute / 60)
