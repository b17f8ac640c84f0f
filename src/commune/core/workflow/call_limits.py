"""How often each caller asked lately, in this process: nothing is written for a call that is only counted."""

import threading
import time
from collections import OrderedDict

from commune.core.rules.rates import Bucket, Spent, spend

MOST_CALLERS = 10_000
_buckets: OrderedDict[tuple[str, str], Bucket] = OrderedDict()
_lock = threading.Lock()


def count_call(site: str, caller: str, per_minute: int) -> Spent:
    """Count a call of that caller; the seconds are those that passed in truth, whatever the suite's clock says."""
    key, at = (site, caller), time.monotonic()
    with _lock:
        spent = spend(_buckets.get(key), at, per_minute)
        _buckets[key] = spent.bucket
        _buckets.move_to_end(key)
        while len(_buckets) > MOST_CALLERS:
            _buckets.popitem(last=False)
    return spent


def forget_calls() -> None:
    """Begin anew for every caller."""
    with _lock:
        _buckets.clear()
