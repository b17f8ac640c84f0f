"""The calendar of the authority, kept on the site."""

from typing import Any

from plone import api
from zope.annotation.interfaces import IAnnotations

from commune.core.rules.calendars import Calendar, Community

KEY = "commune.core.calendar"


def authority_calendar(site: Any = None) -> Calendar:
    """The days that the authority works; the law's calendar until it has one of its own."""
    kept = IAnnotations(site if site is not None else api.portal.get()).get(KEY)
    if kept is None:
        return Calendar()
    return Calendar(tuple(Community(one) for one in kept["communities"]), dict(kept["days"]))


def keep_calendar(site: Any, calendar: Calendar) -> bool:
    """Keep the calendar's communities and closed days; returns whether anything changed."""
    plain = {
        "communities": tuple(str(one) for one in calendar.communities),
        "days": tuple(sorted(calendar.authority_days.items())),
    }
    notes = IAnnotations(site)
    if notes.get(KEY) == plain:
        return False
    notes[KEY] = plain
    return True
