"""What stops a request before any service answers it: told as the refusals of the services are."""

from collections.abc import Mapping

from commune.core.rules.refusals import Refusals


class Problem(Exception):
    """A status, every reason, and headers to be told with it."""

    def __init__(self, status: int, refusals: Refusals, told: Mapping[str, str] | None = None) -> None:
        super().__init__(*(refusal.code for refusal in refusals))
        self.status = status
        self.refusals = refusals
        self.told = dict(told or {})
