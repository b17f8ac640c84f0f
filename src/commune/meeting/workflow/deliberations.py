"""The register of deliberations of a body: a number per decision and year, never given twice."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.content.records import Records
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.numbering import allocate
from commune.meeting.rules.continuous import DeliberationNumber, Moment, draws_number
from commune.meeting.rules.outcomes import NUMBERED
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.settings import Settings

PATTERN = "{year}/{seq}"
KIND = "deliberations"


@dataclass(frozen=True)
class Line:
    """A number that was given. ``gap``: why no deliberation bears it any more, empty while one does."""

    number: str
    year: int
    item: str
    day: date
    gap: str = ""


def give_number(item: Any, settings: Settings, event: Moment) -> None:
    """Give a decided item its number at the moment that the body wants; one that has its number keeps it."""
    has = DeliberationNumber(0, 0) if item.deliberation_number else None
    if item.state not in NUMBERED or not draws_number(settings.body.numbering.deliberation_at, event, has):
        return
    body, meeting = body_of(item), by_uid(item.meeting)
    day = aware(meeting.date).date() if meeting is not None else today()
    drawn = allocate(f"commune.meeting.deliberations.{body.UID()}", PATTERN, day)
    item.deliberation_number = drawn.reference
    Records(body, KIND).add(Line(drawn.reference, int(drawn.reference.partition("/")[0]), item.UID(), day))


def explain_gap(item: Any, reason: str) -> None:
    """Keep in the register why a number is borne no more."""
    kept = Records(body_of(item), KIND)
    for key, line in kept.items():
        if line.item == item.UID() and not line.gap:
            kept.replace(key, replace(line, gap=reason))


def register(body: Any, year: int) -> tuple[Line, ...]:
    """The lines of a year in the order in which their numbers were given.

    The gap of an item that stands but is no longer decided is its state.
    """
    return tuple(_now(line) for line in Records(body, KIND) if line.year == year)


def _now(line: Line) -> Line:
    item = by_uid(line.item)
    undone = item is not None and item.state not in NUMBERED
    return replace(line, gap=item.state) if undone else line
