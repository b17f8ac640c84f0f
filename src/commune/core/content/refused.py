"""A refused act, with every reason."""

from commune.core.rules.refusals import Refusal


class Refused(Exception):
    """The act is refused and nothing was changed; ``refusals`` holds every reason."""

    def __init__(self, *told: "Refusal | Refused") -> None:
        """Takes another of its kind too: Plone's workflow tool raises errors again around themselves."""
        refusals = tuple(one for each in told for one in (each.refusals if isinstance(each, Refused) else (each,)))
        super().__init__(", ".join(refusal.code for refusal in refusals))
        self.refusals = refusals
