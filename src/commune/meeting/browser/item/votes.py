"""The votes of an item as lines to read; of a secret poll only the counts."""

from dataclasses import dataclass
from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.results import Result
from commune.meeting.rules.votes import SECRET_KINDS, Value
from commune.meeting.rules.wording import wording
from commune.meeting.workflow.presence import names_of
from commune.meeting.workflow.results import COUNTED, result_of
from commune.meeting.workflow.session import polls_of, voters_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import VALUES, VERDICTS


@dataclass(frozen=True)
class PollLine:
    """One poll: counts by value with their names when they may be told, and the verdict."""

    label: str
    secret: bool
    counts: tuple[tuple[Any, int, str], ...]
    verdict: Any
    code: str
    unanimous: bool


def poll_lines(item: Any) -> list[PollLine]:
    """The counted polls of an item."""
    settings = settings_of(item)
    polls, voters = polls_of(item, settings), voters_of(item)
    names = names_of(by_uid(item.meeting))
    lines = []
    for index, poll in enumerate(polls):
        if poll.kind in COUNTED:
            words = wording(polls, index, voters, names, settings.body.votes.wording)
            told = tuple(
                (VALUES[line.value], line.count, ", ".join(line.names)) for line in words.lines if shown(line.value)
            )
            verdict, code = _verdict(result_of(item, index)[1])
            lines.append(
                PollLine(poll.label, poll.kind in SECRET_KINDS, told, verdict, code, words.code == "unanimous")
            )
    return lines


def shown(value: Value) -> bool:
    """Whether a value is told: not those that stand for a missing ballot."""
    return value not in (Value.NOT_YET, Value.NOT_VOTABLE)


def _verdict(found: Result) -> tuple[Any, str]:
    return VERDICTS[found.verdict], str(found.verdict)
