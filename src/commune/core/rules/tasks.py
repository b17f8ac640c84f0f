"""Things to do that somebody gives to a service: what they may become, and what is wrong with one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import Refusal, Refusals

DOING = ("editor", "creator", "director", *(f"validator_{n}" for n in range(1, 6)))
"""Functions of the service that does a task: they do it, and say how it goes."""
CHECKING = ("director", *(f"validator_{n}" for n in range(1, 6)))
"""Functions of the service that may drop a task or open it again, as whoever gave it may."""
WATCHING = ("observer", "adviser")
OPEN = ("to_do", "doing", "blocked")
TASK = Machine(
    (State("to_do", "To do"), State("doing", "Doing"), State("blocked", "Blocked"),
     State("done", "Done", True), State("cancelled", "Cancelled", True)),
    (
        Transition("start", "Start", ("to_do",), "doing", DOING),
        Transition("finish", "Finish", ("to_do", "doing"), "done", DOING),
        Transition("block", "Block", ("to_do", "doing"), "blocked", DOING, comment=True),
        Transition("resume", "Resume", ("blocked",), "doing", DOING),
        Transition("cancel", "Cancel", OPEN, "cancelled", CHECKING, comment=True),
        Transition("reopen", "Reopen", ("done", "cancelled"), "doing", CHECKING, comment=True),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Task:
    """One thing to do; ``service`` is the uid of the service that does it, ``done_on`` when it is done."""

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
class Wish:
    """A task as somebody wants it. ``assignee``: an account, or nobody yet."""

    title: str
    service: str
    due: date | None = None
    assignee: str = ""
    description: str = ""


def against_task(wish: Wish, services: Collection[str], members: Collection[str], today: date) -> Refusals:
    """What is wrong with a task: no title, no known service, a day that is past, a person of another service.

    ``services``: uids of the services there are; ``members``: accounts of the service wished.
    """
    found = []
    if not wish.title.strip():
        found.append(Refusal("task.title", place="title"))
    if wish.service not in services:
        found.append(Refusal("task.service", {"service": wish.service}, "service"))
    if wish.due is not None and wish.due < today:
        found.append(Refusal("task.due_past", {"due": wish.due}, "due"))
    if wish.assignee and wish.assignee not in members:
        found.append(Refusal("task.assignee", {"assignee": wish.assignee}, "assignee"))
    return tuple(found)


def assignee_after(assignee: str, members: Collection[str]) -> str:
    """Who does the task once another service has it: nobody when the person is not of that service."""
    return assignee if assignee in members else ""
