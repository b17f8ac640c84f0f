"""Each night the clocks of open opinions are looked at, and their advisers reminded: once a day, taken up where it
stopped."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

from commune.core.content.journal import Journal
from commune.core.interfaces import IRound
from commune.core.rules.rounds import NIGHTLY, Rhythm, lag, last_hour
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.opinions import opinion_files
from commune.meeting.rules.opinion_clock import Running, to_refresh, warning
from commune.meeting.workflow import notifications as mails
from commune.meeting.workflow.opinions import keep, request_of
from commune.meeting.workflow.settings import Settings, settings_of

logger = logging.getLogger("commune.meeting.opinions")
KEY = "commune.meeting.opinion_night"
AT_ONCE = 50
"""Items looked at in one transaction: their mails leave together with the note that they were looked at."""
MAILS = {"alert": "opinion_delay_near", "expired": "opinion_delay_over"}


@dataclass(frozen=True)
class Night:
    """The work of a night: the items that still wait for it, by uid."""

    begun: datetime
    waiting: tuple[str, ...] = ()
    done: int = 0
    finished: datetime | None = None


def night(site: Any) -> Night | None:
    """The work of the last night that was begun."""
    found: Night | None = IAnnotations(site).get(KEY)
    return found


def lag_of(site: Any, moment: datetime) -> timedelta:
    """How long the clocks should have been looked at."""
    last = night(site)
    return lag(NIGHTLY, last.finished if last is not None else None, moment)


@implementer(IRound)
class OpinionRound:
    """Tried every few minutes until the night's work is done, then quiet until the next one."""

    rhythm = Rhythm(timedelta(minutes=5))

    def do(self, site: Any, moment: datetime) -> int:
        work = night(site)
        if work is None or work.begun < last_hour(NIGHTLY, moment):
            work = Night(moment, open_items())
        elif work.finished is not None:
            return 0
        now, later = work.waiting[:AT_ONCE], work.waiting[AT_ONCE:]
        for item in filter(None, map(by_uid, now)):
            look_at(item, moment)
        done = work.done + len(now)
        IAnnotations(site)[KEY] = replace(work, waiting=later, done=done, finished=None if later else moment)
        if not later:
            logger.info("clocks of opinions: %s items looked at", done)
        return len(now) or 1


def open_items() -> tuple[str, ...]:
    """The items on which somebody may give an opinion now."""
    catalog = api.portal.get_tool("portal_catalog")
    groups = list(catalog.uniqueValuesFor("item_advisers"))
    brains = catalog.unrestrictedSearchResults(portal_type="meeting_item", item_advisers=groups) if groups else ()
    return tuple(sorted(brain.UID for brain in brains))


def look_at(item: Any, moment: datetime) -> None:
    """Remind the advisers of the item whose delay is nearly or entirely over, once for each day that it changes."""
    settings, files = settings_of(item), opinion_files(item)
    running = tuple(
        Running(name, request_of(file, settings), file.clock.stopped, file.mailed_left) for name, file in files.items()
    )
    for one in to_refresh(running):
        _remind(item, one, settings, moment)


def _remind(item: Any, one: Running, settings: Settings, moment: datetime) -> None:
    mail, left = warning(one, moment, settings.calendar)
    if left != one.left_last_time:
        keep(item, replace(opinion_files(item)[one.service], mailed_left=left))
    if mail:
        told = mails.tell(item, MAILS[mail], mails.advisers(item, one.service))
        Journal(item).note("opinion_delay_told", SYSTEM.userid, service=one.service, event=MAILS[mail], to=sorted(told))


ROUND = OpinionRound()
