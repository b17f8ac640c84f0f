"""After the decision: tasks of execution, and the track of the supervisory authority (tutelle)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from commune.core.rules.calendars import Calendar
from commune.core.rules.deadlines import Deadline, Delay, Extension, compute
from commune.core.rules.law import Figure
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import NONE, Refusal, Refusals

OPEN = ("to_do", "doing", "blocked")
TASK = Machine(
    (State("to_do", "To do"), State("doing", "Doing"), State("blocked", "Blocked"),
     State("done", "Done", True), State("cancelled", "Cancelled", True)),
    (
        Transition("start", "Start", ("to_do",), "doing"),
        Transition("block", "Block", ("to_do", "doing"), "blocked", comment=True),
        Transition("resume", "Resume", ("blocked",), "doing"),
        Transition("finish", "Finish", ("to_do", "doing"), "done"),
        Transition("cancel", "Cancel", OPEN, "cancelled", comment=True),
        Transition("reopen", "Reopen", ("done", "cancelled"), "doing", comment=True),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Task:
    """One thing to do after a decision; ``done_on`` when it is done."""

    uid: str
    service: str
    due: date | None
    state: str = "to_do"
    done_on: date | None = None


def overdue(task: Task, today: date) -> bool:
    """Whether an open task is past its due day."""
    return task.state in OPEN and task.due is not None and task.due < today


def rate_on_time(tasks: Iterable[Task]) -> Fraction | None:
    """The share of the dated tasks done that were so by their due day; ``None`` when there is none."""
    done = [(t.done_on, t.due) for t in tasks if t.state == "done" and t.done_on and t.due]
    return Fraction(sum(on <= due for on, due in done), len(done)) if done else None


@dataclass(frozen=True)
class Supervision:
    """A decision before the supervisory authority. ``answer``: ``approved``, ``annulled``, or none yet."""

    sent: date | None = None
    received: date | None = None
    prorogation: int = 0
    answered: date | None = None
    answer: str = ""


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
