"""References of items: a pattern of the body, filled from the meeting and the item's number."""

import re
from dataclasses import dataclass
from datetime import date

from commune.core.rules.refusals import Refusal, Refusals
from commune.meeting.rules.agenda import Agenda, numbering
from commune.meeting.rules.numbers import Number

TOKENS = ("body", "yyyy", "yy", "mm", "dd", "meeting", "n", "continuous")
_TOKEN = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class ReferenceFacts:
    """What the tokens stand for: body short code, day and number of the meeting, its first item number."""

    body: str
    day: date
    meeting_number: int | None = None
    first: int = 1


@dataclass(frozen=True)
class Standing:
    """How far the meeting is: ``fixed`` from frozen on; ``outside``: the body numbers drafts too."""

    fixed: bool
    closed: bool = False
    outside: bool = False


def check_pattern(pattern: str) -> Refusals:
    """What is wrong with a reference pattern such as ``{body}/{yyyy}{mm}{dd}-{n}``; it must name an item number."""
    named = _TOKEN.findall(pattern)
    faults = [Refusal("references.unknown_token", {"token": token}) for token in named if token not in TOKENS]
    if not {"n", "continuous"} & set(named):
        faults.append(Refusal("references.no_item_number", {"pattern": pattern}))
    return tuple(faults)


def reference(pattern: str, facts: ReferenceFacts, number: Number) -> str:
    """The reference of one item. The pattern has passed :func:`check_pattern`."""
    values = {
        "body": facts.body,
        "yyyy": f"{facts.day:%Y}",
        "yy": f"{facts.day:%y}",
        "mm": f"{facts.day:%m}",
        "dd": f"{facts.day:%d}",
        "meeting": "" if facts.meeting_number is None else str(facts.meeting_number),
        "n": str(number),
        "continuous": str(number.shifted(facts.first)),
    }
    return _TOKEN.sub(lambda found: values[found[1]], pattern)


def references(
    agenda: Agenda, pattern: str, facts: ReferenceFacts, standing: Standing, lowest: Number
) -> dict[str, str]:
    """The references to store, for items from the ``lowest`` changed number on.

    Nothing once the meeting is closed; empty references for the whole agenda while it is not
    yet frozen, unless the body computes them all the same.
    """
    if standing.closed:
        return {}
    if not (standing.fixed or standing.outside):
        return dict.fromkeys(agenda.uids, "")
    numbers = numbering(agenda)
    return {uid: reference(pattern, facts, number) for uid, number in numbers.items() if number >= lowest}
