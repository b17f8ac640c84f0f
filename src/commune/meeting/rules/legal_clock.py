"""The legal clock of a sitting: by when to convene, publish and receive points, and how it stands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from commune.core.rules.calendars import LAW
from commune.core.rules.counting import Direction, Unit
from commune.core.rules.deadlines import BRUSSELS, Deadline, Delay, compute
from commune.core.rules.law import Figure, in_force
from commune.core.rules.refusals import NONE, Refusal, Refusals

CDLD = date(2004, 4, 22)


def clear_days(n: int, source: str, valid_from: date = CDLD, confidence: str = "A") -> Figure[Delay]:
    """So many clear days before the sitting: neither its day nor that of the act counts."""
    delay = Delay(n, Unit.CLEAR_DAYS, Direction.BEFORE, warn=(2,))
    return Figure(delay, source, valid_from, confidence=confidence)


COUNCIL_FIGURES: dict[str, tuple[Figure[Delay], ...]] = {
    "convocation": (clear_days(7, "CDLD art. L1122-13"),),
    "repeat_call": (clear_days(2, "CDLD art. L1122-13 and L1122-17"),),
    "councillor_points": (clear_days(5, "CDLD art. L1122-24"),),
    "publication": (
        clear_days(5, "CDLD art. L3221-4, decree of 18 May 2022 (communes over 50 000)", date(2022, 9, 1)),
    ),
}
"""Communal Council. Publication: in force by size of the commune, from 1 September 2022 to 1 October 2023."""

PUBLICATION_STARTS = ((50_000, date(2022, 9, 1)), (12_000, date(2023, 4, 1)), (0, date(2023, 10, 1)))


def publication_from(inhabitants: int) -> date:
    """From when drafts go online, by size: more than 50 000 inhabitants, more than 12 000, others."""
    return next((day for above, day in PUBLICATION_STARTS if inhabitants > above), PUBLICATION_STARTS[-1][1])


class Colour(StrEnum):
    """How a line of the clock is shown."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


@dataclass(frozen=True)
class ClockLine:
    """One line: what is due, its deadline with trace and source, and how it stands."""

    act: str
    deadline: Deadline
    colour: Colour
    done: datetime | None = None
    reason: str = ""

    @property
    def latest(self) -> date | None:
        """The last day in time."""
        return self.deadline.due


@dataclass(frozen=True)
class Done:
    """When an act was done (aware), or is about to be, and the reason given when it is late."""

    act: str
    moment: datetime | None = None
    reason: str = ""


def legal_clock(
    sitting: date,
    figures: dict[str, tuple[Figure[Delay], ...]],
    done: tuple[Done, ...],
    now: datetime,
) -> tuple[ClockLine, ...]:
    """The panel of a sitting on ``sitting``: one line per act that a figure in force rules, in their order.

    Green: done in time, or time left; orange: as near as the figure's warning; red: late.
    """
    by_act = {act.act: act for act in done}
    lines = []
    for act, dated in figures.items():
        figure = in_force(dated, sitting)
        if figure is not None:
            deadline = compute(sitting, figure, LAW)
            state = by_act.get(act, Done(act))
            lines.append(ClockLine(act, deadline, _colour(deadline, state, now), state.moment, state.reason))
    return tuple(lines)


def _colour(deadline: Deadline, done: Done, now: datetime) -> Colour:
    day = (done.moment or now).astimezone(BRUSSELS).date()
    latest = deadline.due or day
    if day > latest:
        return Colour.RED
    warn = max(deadline.figure.value.warn, default=0)
    near = done.moment is None and day >= latest - timedelta(days=warn)
    return Colour.ORANGE if near else Colour.GREEN


def against_proceeding(clock: tuple[ClockLine, ...], act: str) -> Refusals:
    """Why an act may not go on: it is late and no reason (urgency) is given."""
    late = [line for line in clock if line.act == act and line.colour is Colour.RED and not line.reason.strip()]
    return tuple(
        Refusal(
            "meetings.late_without_reason", {"act": act, "latest": line.latest, "source": line.deadline.figure.source}
        )
        for line in late
    )


@dataclass(frozen=True)
class RemoteSitting:
    """A sitting at a distance: why, with which tool, and the technical note for the members."""

    reason: str = ""
    tool: str = ""
    technical_note: str = ""


def against_convening(remote: RemoteSitting | None) -> Refusals:
    """Why a convocation may not be sent: a remote one states reason, tool and note (CDLD art. L6511-1 to -3)."""
    if remote is None:
        return NONE
    said = {"reason": remote.reason, "tool": remote.tool, "technical_note": remote.technical_note}
    return tuple(Refusal("meetings.remote_incomplete", {"field": k}, k) for k, v in said.items() if not v.strip())
