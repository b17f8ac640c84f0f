"""The legal clock of a sitting as lines to read, and the form that records an act."""

from dataclasses import dataclass
from typing import Any

from commune.core.browser.dossier.deadlines import Deadlines
from commune.core.content.clock import BRUSSELS
from commune.core.rules.dates import long_date, moment
from commune.meeting.i18n import _
from commune.meeting.rules.legal_clock import ClockLine, Colour
from commune.meeting.workflow.legal_acts import clock_of

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
    """One act of the law: by when and why, how it stands, when it was done. ``typed``: the moment for a form."""

    act: str
    title: Any
    light: str
    standing: Any
    latest: str
    iso: str
    done: str
    typed: str
    reason: str
    why: dict[str, Any]


def clock_lines(meeting: Any, request: Any) -> list[Line]:
    """The acts that the law dates for this sitting; none for a body without such figures."""
    explained = Deadlines(meeting, request)
    return [_line(one, explained) for one in clock_of(meeting)]


def _line(one: ClockLine, explained: Deadlines) -> Line:
    latest, language = one.latest, explained.language
    done = one.done.astimezone(BRUSSELS) if one.done else None
    return Line(
        one.act,
        ACTS.get(one.act, one.act),
        LIGHTS[one.colour],
        STANDINGS[one.colour],
        long_date(latest, language, weekday=True) if latest else "",
        latest.isoformat() if latest else "",
        moment(done, language) if done else "",
        f"{done:%Y-%m-%dT%H:%M}" if done else "",
        one.reason,
        explained.why(one.deadline),
    )
