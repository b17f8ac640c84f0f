"""Which meeting takes an item, and which meeting a copy sent to another body is meant for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.lateness import is_late
from commune.meeting.rules.meetings import at_least


@dataclass(frozen=True)
class Candidate:
    """A meeting of the body: when it begins (aware) and where it stands."""

    uid: str
    start: datetime
    state: str

    @property
    def frozen(self) -> bool:
        """Whether its agenda is fixed: items that enter now are late."""
        return at_least(self.state, "frozen")


@dataclass(frozen=True)
class Choice:
    """The meeting chosen, or why there is none."""

    meeting: str | None
    late: bool = False
    refusals: Refusals = NONE


def choose_meeting(
    preferred: str | None, meetings: Iterable[Candidate], accepting: frozenset[str], now: datetime
) -> Choice:
    """The meeting of *present* outside a meeting's page.

    The preferred meeting if it accepts; else the earliest future one that accepts, skipping those
    frozen for which the item is not late. ``accepting``: the body's states; closed never is one.
    """
    known = {meeting.uid: meeting for meeting in meetings}
    wanted = known.get(preferred or "")
    if wanted is not None and _accepts(wanted, accepting):
        return Choice(wanted.uid, _late(wanted, wanted))
    future = sorted((m for m in known.values() if m.start > now), key=lambda m: m.start)
    for meeting in future:
        late = _late(meeting, wanted)
        if _accepts(meeting, accepting) and (late or not meeting.frozen):
            return Choice(meeting.uid, late)
    return Choice(None, refusals=(Refusal("items.no_meeting_accepts"),))


def on_page(meeting: Candidate, preferred: Candidate | None, accepting: frozenset[str]) -> Choice:
    """The answer on the page of a meeting: that one, unless it is closed or in a state that accepts none."""
    if not _accepts(meeting, accepting):
        return Choice(None, refusals=(Refusal("meetings.accepts_none", {"state": meeting.state}),))
    return Choice(meeting.uid, _late(meeting, preferred))


def _accepts(meeting: Candidate, accepting: frozenset[str]) -> bool:
    return meeting.state != "closed" and meeting.state in accepting


def _late(meeting: Candidate, preferred: Candidate | None) -> bool:
    return is_late(meeting.start.date(), meeting.frozen, preferred.start.date() if preferred else None)


def receiving_meeting(
    meetings: Iterable[Candidate], urgent: bool, accepting: frozenset[str], now: datetime
) -> Candidate | None:
    """Where an item sent to a body goes: its earliest future meeting still in draft; urgent, the earliest
    that accepts items whatever its state. ``None``: the copy stays where it is, with a warning."""
    fit = [m for m in meetings if m.start > now and (_accepts(m, accepting) if urgent else m.state == "draft")]
    return min(fit, key=lambda m: m.start, default=None)
