"""Words for states, days and kinds that templates show."""

from typing import Any

from zope.i18nmessageid import Message

from commune.website.i18n import _
from commune.website.rules.open_now import OpenNow
from commune.website.rules.opening_hours import Interval, Kind

HOLIDAYS = {
    "new_year": _("New Year's Day"),
    "easter_monday": _("Easter Monday"),
    "labour_day": _("Labour Day"),
    "ascension": _("Ascension Day"),
    "whit_monday": _("Whit Monday"),
    "national_day": _("National Day"),
    "assumption": _("Assumption Day"),
    "all_saints": _("All Saints' Day"),
    "armistice": _("Armistice Day"),
    "christmas": _("Christmas"),
    "fwb": _("Day of the French Community"),
    "dg": _("Day of the German-speaking Community"),
}
KINDS = {
    "procedure": _("Procedures"),
    "page": _("Pages"),
    "service": _("Services"),
    "news": _("News"),
    "event": _("Events"),
    "meeting": _("Meetings and decisions"),
    "file": _("Files"),
}
KIND = {
    "procedure": _("Procedure"),
    "page": _("Page"),
    "service": _("Service"),
    "news": _("News item"),
    "event": _("Event"),
    "meeting": _("Meeting"),
    "file": _("File"),
}


def holiday(label: str) -> Any:
    """The name of a holiday from its key; a label of the authority's own is itself."""
    return HOLIDAYS.get(label, label)


def state_message(state: OpenNow, hour: str, day: str) -> Message:
    """Open or closed at this moment; ``hour`` and ``day`` are those of the next change, as the reader writes them."""
    if state.code == "open_until":
        return _("Open until ${hour}", mapping={"hour": hour})
    if state.code == "open":
        return _("Open")
    if state.code == "reopens_today":
        return _("Closed, opens today at ${hour}", mapping={"hour": hour})
    if state.code == "reopens_on":
        return _("Closed, opens ${day} at ${hour}", mapping={"day": day, "hour": hour})
    return _("Closed: see the announcement")


def interval(one: Interval) -> str:
    """``08:30–12:00``."""
    return "–".join(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in (one.opens, one.closes))


KINDS_OF_HOURS = {Kind.APPOINTMENT: _("by appointment"), Kind.PHONE: _("by telephone")}
