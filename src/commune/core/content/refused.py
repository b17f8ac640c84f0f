"""A refused act, with every reason."""

from commune.core.rules.refusals import Refusal


class Refused(Exception):
    """The act is refused and nothing was changed; ``refusals`` holds every reason."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(", ".join(refusal.code for refusal in refusals))
        self.refusals = refusals
