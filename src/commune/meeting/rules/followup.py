"""After the decision: the follow-up that it needs, and the track of the supervisory authority (tutelle)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from commune.core.rules.calendars import Calendar
from commune.core.rules.counting import Unit
from commune.core.rules.deadlines import Deadline, Delay, Extension, Roll, compute
from commune.core.rules.law import Figure
from commune.core.rules.refusals import NONE, Refusal, Refusals

CDLD = date(2004, 4, 22)

NEEDED, PROVIDED = "follow_up_needed", "follow_up_provided"
"""Labels of an item: somebody must say what became of the decision; it is said."""


def labels_needed(labels: Collection[str]) -> tuple[str, ...]:
    """The labels of an item whose follow-up is asked for, once more or for the first time."""
    return (*(label for label in labels if label not in (NEEDED, PROVIDED)), NEEDED)


def labels_provided(labels: Collection[str]) -> tuple[str, ...]:
    """The labels of an item whose follow-up is given."""
    return (*(label for label in labels if label not in (NEEDED, PROVIDED)), PROVIDED)


def labels_without(labels: Collection[str]) -> tuple[str, ...]:
    """The labels of an item that needs no follow-up any more."""
    return tuple(label for label in labels if label not in (NEEDED, PROVIDED))


def against_providing(labels: Collection[str], text: str) -> Refusals:
    """Why a follow-up cannot be given: nobody asked for it, or nothing is written."""
    found = NONE if {NEEDED, PROVIDED} & set(labels) else (Refusal("followup.not_needed"),)
    return found if text.strip() else (*found, Refusal("followup.nothing_written", place="provided"))


Kind = Literal["approval", "annulment"]
KINDS: tuple[Kind, ...] = ("approval", "annulment")
SUPERVISION: dict[str, Figure[Delay]] = {
    "approval": Figure(
        Delay(30, Unit.CALENDAR_DAYS, roll=Roll.NEXT), "CDLD art. L3132-1 and L3113-2", CDLD, confidence="C"
    ),
    "annulment": Figure(
        Delay(30, Unit.CALENDAR_DAYS, roll=Roll.NEXT), "CDLD art. L3122-6 and L3113-2", CDLD, confidence="C"
    ),
}
"""How long the authority has from its reception of the whole file; to be confirmed by a jurist."""
LONGEST_PROROGATION = Figure(15, "CDLD art. L3132-1 and L3122-6: half of the time", CDLD, confidence="C")


@dataclass(frozen=True)
class Supervision:
    """A decision before the supervisory authority. ``answer``: ``approved``, ``annulled``, or none yet.

    ``prorogation``: days added by the authority.
    """

    sent: date | None = None
    received: date | None = None
    prorogation: int = 0
    answered: date | None = None
    answer: str = ""
    kind: Kind = "approval"


def against_track(track: Supervision, today: date) -> Refusals:
    """What is wrong with the days and the answer that somebody enters; all bounds inclusive."""
    found = []
    if track.kind not in KINDS:
        found.append(Refusal("followup.kind", {"kind": track.kind}, "kind"))
    if track.answer not in ("", "approved", "annulled"):
        found.append(Refusal("followup.answer", {"answer": track.answer}, "answer"))
    if bool(track.answer) != bool(track.answered):
        found.append(Refusal("followup.answer_without_day", place="answered"))
    if not 0 <= track.prorogation <= LONGEST_PROROGATION.value:
        data = {"most": LONGEST_PROROGATION.value, "source": LONGEST_PROROGATION.source}
        found.append(Refusal("followup.prorogation", data, "prorogation"))
    return (*found, *_days(track, today))


def _days(track: Supervision, today: date) -> Refusals:
    found, before = [], None
    for name, day in (("sent", track.sent), ("received", track.received), ("answered", track.answered)):
        if day is None:
            continue
        if day > today:
            found.append(Refusal("followup.day_to_come", {"day": day}, name))
        if before is not None and day < before:
            found.append(Refusal("followup.days_order", {"day": day, "before": before}, name))
        before = day
    if track.sent is None and (track.received or track.answered):
        found.append(Refusal("followup.not_sent", place="sent"))
    return tuple(found)


def standing(track: Supervision, deadline: Deadline, flagged: bool, today: date) -> str:
    """Where the decision stands: ``""`` (not concerned), ``to_send``, ``awaited``, ``approved``, ``annulled``,
    ``lapsed`` (the time is over without an answer)."""
    if track.answer:
        return track.answer
    if track.sent is None:
        return "to_send" if flagged else ""
    return "lapsed" if executable_on(track, deadline, today) is not None else "awaited"


def supervision_deadline(track: Supervision, figure: Figure[Delay], calendar: Calendar) -> Deadline:
    """Until when the authority may answer, from its reception of the complete file, prorogation included."""
    added = (Extension(track.prorogation, figure.value.unit, "prorogation"),) if track.prorogation else ()
    return compute(track.received, figure, calendar, extensions=added)


def executable_on(track: Supervision, deadline: Deadline, today: date) -> date | None:
    """From when the decision may be carried out: the day of approval, or the day after an unanswered deadline.

    ``None`` while the answer may still come, and once the decision is annulled.
    """
    if track.answer == "annulled":
        return None
    if track.answer == "approved":
        return track.answered
    if deadline.due is None or today <= deadline.due:
        return None
    return date.fromordinal(deadline.due.toordinal() + 1)


def against_executing(track: Supervision, deadline: Deadline, today: date) -> Refusals:
    """Why a decision may not be carried out today."""
    first = executable_on(track, deadline, today)
    if first is not None and first <= today:
        return NONE
    code = "followup.annulled" if track.answer == "annulled" else "followup.supervision_running"
    return (Refusal(code, {"due": deadline.due}),)
