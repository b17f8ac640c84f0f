"""What the text of a vote says, as codes and counts that the templates put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from commune.meeting.rules.votes import INTERNAL, SECRET_KINDS, Polls, Value, ballots

ORDER = (Value.YES, Value.NO, Value.ABSTAIN, Value.DOES_NOT_VOTE, Value.NOT_FOUND, Value.INVALID, Value.BLANK)


@dataclass(frozen=True)
class WordingStyle:
    """``detail``: a sentence, counts, or counts with names; names only for values that at most
    ``names_up_to`` of the ballots bear. Zero values are left out when ``hide_zero``."""

    detail: Literal["sentence", "counts", "names"] = "counts"
    hide_zero: bool = True
    names_up_to: Fraction = Fraction(1)


@dataclass(frozen=True)
class Line:
    """One value: how many, and who when names may be shown."""

    value: Value
    count: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """``code``: ``unanimous``, ``counts`` or ``sentence``; ``secret`` asks for its own introduction."""

    code: str
    secret: bool
    label: str = ""
    lines: tuple[Line, ...] = ()


def wording(
    polls: Polls, index: int, voters: tuple[str, ...], names: Mapping[str, str], style: WordingStyle
) -> Wording:
    """The wording of one poll; never a name for a secret one. Voters are named in their order."""
    poll = polls[index]
    secret = poll.kind in SECRET_KINDS
    state = {} if secret else ballots(polls, index, voters)
    counts = dict(poll.counts) if secret else {v: sum(b is v for b in state.values()) for v in ORDER}
    total = sum(counts.values())
    if total and counts.get(Value.YES, 0) == total:
        return Wording("unanimous", secret, poll.label, (Line(Value.YES, total),))
    lines = []
    for value in ORDER:
        count = counts.get(value, 0)
        if count or (not style.hide_zero and value not in INTERNAL):
            shown = style.detail == "names" and count <= style.names_up_to * total
            who = tuple(names[uid] for uid, ballot in state.items() if ballot is value) if shown else ()
            lines.append(Line(value, count, who))
    return Wording("sentence" if style.detail == "sentence" else "counts", secret, poll.label, tuple(lines))
