"""What citizens may know of a meeting, as frozen data that leaves the module which knows more."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublicPoll:
    """A poll. ``verdict``: the id of what it decided.

    ``counts``: pairs of value (``"yes"``, ``"no"``, ``"abstain"``…) and number of ballots. ``ballots``: pairs of
    value and uids of mandates, always empty for a secret poll.
    """

    secret: bool
    verdict: str
    label: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    ballots: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def count(self, value: str) -> int:
        """How many ballots have that value."""
        return dict(self.counts).get(value, 0)

    def voters(self, value: str) -> tuple[str, ...]:
        """The mandates that voted so; nobody when the poll is secret."""
        return dict(self.ballots).get(value, ())


@dataclass(frozen=True)
class PublicFile:
    """A file of an item: ``uid`` is that of the annex, ``size`` in bytes, ``sha256`` in hexadecimal."""

    uid: str
    title: str
    filename: str
    mime: str
    size: int
    sha256: str = ""
    publishable: bool = True


@dataclass(frozen=True)
class PublicItem:
    """An agenda item as citizens may read it; texts are HTML.

    Without ``uid`` it only holds the place of an item that is not public. ``closed`` says that it was handled
    behind closed doors: who receives one with an ``uid`` refuses it. ``reference``: the number of the decision;
    ``robots``: what search engines are asked (``noindex``…), nothing when they may do all; ``in_charge``: the
    representatives, as citizens know them.
    """

    uid: str
    number: str
    title: str
    category: str = ""
    decision: str = ""
    outcome: str = ""
    reference: str = ""
    closed: bool = False
    files: tuple[PublicFile, ...] = ()
    polls: tuple[PublicPoll, ...] = ()
    present: tuple[str, ...] = ()
    robots: str = ""
    in_charge: tuple[str, ...] = ()


@dataclass(frozen=True)
class Withdrawal:
    """An item that is public no more, and why."""

    uid: str
    reason: str
