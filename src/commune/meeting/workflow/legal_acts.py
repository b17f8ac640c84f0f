"""The legal clock of a meeting: what is due by when, when it was done, and why it was late."""

from datetime import UTC, datetime, time
from typing import Any

from commune.core.content.clock import BRUSSELS, now
from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.rules.legal_clock import (
    ClockLine,
    Done,
    RemoteSitting,
    against_convening,
    against_proceeding,
    legal_clock,
)
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.session import check_open
from commune.meeting.workflow.settings import settings_of

CONVOCATION, PUBLICATION = "convocation", "publication"


def clock_of(meeting: Any, *more: Done) -> tuple[ClockLine, ...]:
    """The lines of the clock now; ``more``: acts about to be done, which replace what is known of them."""
    known = {done.act: done for done in (*acts_done(meeting), *more)}
    figures = settings_of(meeting).body.legal_figures
    return legal_clock(aware(meeting.date).date(), figures, tuple(known.values()), now())


def acts_done(meeting: Any) -> tuple[Done, ...]:
    """When the acts were done and why late; a convocation or a publication kept elsewhere counts too."""
    known = {CONVOCATION: Done(CONVOCATION, _convened(meeting)), PUBLICATION: Done(PUBLICATION, _published(meeting))}
    known |= {done.act: done for done in meeting.legal_acts}
    return tuple(known.values())


def _convened(meeting: Any) -> datetime | None:
    day = meeting.convocation_date
    return datetime.combine(day, time(12), BRUSSELS) if day else None


def _published(meeting: Any) -> datetime | None:
    return next((e.at for e in Journal(meeting) if e.data.get("transition") == "publish"), None)


def record_act(meeting: Any, act: str, moment: datetime | None, reason: str, actor: Actor) -> None:
    """Keep when an act was done (aware, kept in UTC; ``None``: not yet) and the reason when it is late.

    Raises ``Refused``: not a manager, closed, act unknown here, to come, late without a reason, and for the
    convocation of a meeting at a distance, what it does not say yet.
    """
    check_manager(actor, meeting)
    check_open(meeting)
    done = Done(act, moment.astimezone(UTC) if moment else None, reason.strip())
    refusals = against_recording(meeting, done)
    if refusals:
        raise Refused(*refusals)
    meeting.legal_acts = (*(known for known in meeting.legal_acts if known.act != act), done)
    if act == CONVOCATION:
        meeting.convocation_date = moment.astimezone(BRUSSELS).date() if moment else None
    meeting.version += 1
    Journal(meeting).note("legal_act", actor.userid, done.reason, act=act, moment=moment.isoformat() if moment else "")
    meeting.reindexObject(idxs=["modified"])


def against_recording(meeting: Any, done: Done) -> Refusals:
    """Everything that stands against keeping that act."""
    clock = clock_of(meeting, done)
    if done.act not in {line.act for line in clock}:
        return (Refusal("meetings.unknown_act", {"act": done.act}, "act"),)
    if done.moment is None:
        return ()
    to_come = (Refusal("meetings.act_to_come", {"moment": done.moment}, "moment"),) if done.moment > now() else ()
    remote = RemoteSitting(meeting.remote_reason or "", meeting.remote_tool or "", meeting.remote_note or "")
    unsaid = against_convening(remote if meeting.remote and done.act == CONVOCATION else None)
    return (*to_come, *against_proceeding(clock, done.act), *unsaid)


def late_publication(meeting: Any) -> bool:
    """Whether publishing now is late and no reason is kept yet."""
    reason = next((done.reason for done in meeting.legal_acts if done.act == PUBLICATION), "")
    return bool(against_proceeding(clock_of(meeting, Done(PUBLICATION, now(), reason)), PUBLICATION))


def note_publication(meeting: Any, reason: str, actor: Actor) -> None:
    """Keep that the drafts went online now, with the reason given then or before."""
    if PUBLICATION not in {line.act for line in clock_of(meeting)}:
        return
    before = next((done.reason for done in meeting.legal_acts if done.act == PUBLICATION), "")
    done = Done(PUBLICATION, now(), reason.strip() or before)
    meeting.legal_acts = (*(known for known in meeting.legal_acts if known.act != PUBLICATION), done)
