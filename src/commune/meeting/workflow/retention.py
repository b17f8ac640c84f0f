"""What time does to publications, each night: decisions go out on their day, what was public long enough goes."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from plone import api
from zope.i18n import translate
from zope.interface import implementer

from commune.core.content.clock import BRUSSELS
from commune.core.content.journal import Journal
from commune.core.interfaces import IRound
from commune.core.rules.rounds import NIGHTLY
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.lookup import by_uids
from commune.meeting.i18n import _
from commune.meeting.rules.publication import retention_due
from commune.meeting.workflow.place import aware, bodies, items_on, meeting_brains
from commune.meeting.workflow.publication import PRIVATE, publish_again, publish_stage, stage_of, withdraw_item
from commune.meeting.workflow.settings import settings_of

OVER = _("The time for which it is published is over.")


@implementer(IRound)
class Retention:
    """An item that was already taken off, or whose names were, is left alone."""

    rhythm = NIGHTLY

    def do(self, site: Any, moment: datetime) -> int:
        return sum(_apply(meeting, moment) for body in bodies(site) for meeting in _public(body))


@implementer(IRound)
class DueDecisions:
    """The decisions of closed meetings go public on their day, so many days after closing or approval."""

    rhythm = NIGHTLY

    def do(self, site: Any, moment: datetime) -> int:
        waiting = [body for body in bodies(site) if settings_of(body).body.publication.days_after]
        return sum(_publish_due(row._unrestrictedGetObject()) for body in waiting for row in closed_rows(body))


def closed_rows(body: Any) -> Iterator[Any]:
    """The closed meetings of a body, from the catalog."""
    return (row for row in meeting_brains(body) if row.review_state == "closed")


def _publish_due(meeting: Any) -> int:
    settings = settings_of(meeting)
    if stage_of(meeting, settings) == meeting.publication:
        return 0
    publish_stage(meeting, settings, items_on(meeting))
    return 1


def _public(body: Any) -> Iterator[Any]:
    if not settings_of(body).body.publication.retention_years:
        return
    for brain in meeting_brains(body):
        if brain.review_state in ("decisions_published", "closed"):
            meeting = brain._unrestrictedGetObject()
            if meeting.publication != PRIVATE:
                yield meeting


def _apply(meeting: Any, moment: datetime) -> int:
    rules, today = settings_of(meeting).body.publication, moment.astimezone(BRUSSELS).date()
    since = (meeting.public_since or aware(meeting.date)).astimezone(BRUSSELS).date()
    items = {item.UID(): item for item in by_uids(meeting.agenda.uids)}
    pairs = [(uid, item.category or "") for uid, item in items.items() if not (item.privacy or "").startswith("secret")]
    done = 0
    for uid in retention_due(rules, pairs, since, today):
        if rules.retention_act == "de_name":
            done += _de_name(meeting, items[uid])
        elif uid not in meeting.unpublished:
            reason = str(translate(OVER, target_language=api.portal.get_default_language()))
            withdraw_item(meeting, items[uid], reason, today, SYSTEM.userid)
            done += 1
    if done and rules.retention_act == "de_name":
        publish_again(meeting)
    return done


def _de_name(meeting: Any, item: Any) -> int:
    if item.de_named:
        return 0
    item.de_named = True
    Journal(meeting).note("item_de_named", SYSTEM.userid, item=item.UID())
    return 1


RETENTION = Retention()
DUE_DECISIONS = DueDecisions()
