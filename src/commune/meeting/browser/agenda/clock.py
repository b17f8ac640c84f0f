"""The legal clock of a sitting as lines to read."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from commune.core.content.clock import BRUSSELS, now
from commune.core.content.journal import Journal
from commune.core.rules.dates import long_date
from commune.meeting.i18n import _
from commune.meeting.rules.legal_clock import ClockLine, Colour, Done, legal_clock
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.settings import Settings

ACTS = {
    "convocation": _("Convocation"),
    "repeat_call": _("Second call"),
    "councillor_points": _("Points of councillors"),
    "publication": _("Drafts online"),
}
LIGHTS = {Colour.GREEN: "met", Colour.ORANGE: "soon", Colour.RED: "late"}
STANDINGS = {Colour.GREEN: _("In time"), Colour.ORANGE: _("Soon"), Colour.RED: _("standing_late", default="Late")}


@dataclass(frozen=True)
class Line:
    """One act of the law: by when, how it stands, its article."""

    title: Any
    light: str
    standing: Any
    latest: str
    iso: str
    done: str
    source: str


def clock_lines(meeting: Any, settings: Settings, language: str) -> list[Line]:
    """The acts that the law dates for this sitting; none for a body without such figures."""
    sitting = aware(meeting.date).date()
    return [
        _line(one, language) for one in legal_clock(sitting, settings.body.legal_figures, acts_done(meeting), now())
    ]


def acts_done(meeting: Any) -> tuple[Done, ...]:
    """When the acts were done, as the meeting and its journal tell."""
    sent = meeting.convocation_date
    called = datetime.combine(sent, time(12), BRUSSELS) if sent else None
    published = next((e.at for e in Journal(meeting) if e.data.get("transition") == "publish"), None)
    return (Done("convocation", called), Done("publication", published))


def _line(one: ClockLine, language: str) -> Line:
    latest = one.latest
    return Line(
        ACTS.get(one.act, one.act),
        LIGHTS[one.colour],
        STANDINGS[one.colour],
        long_date(latest, language, weekday=True) if latest else "",
        latest.isoformat() if latest else "",
        long_date(one.done.astimezone(BRUSSELS).date(), language) if one.done else "",
        one.deadline.figure.source,
    )
