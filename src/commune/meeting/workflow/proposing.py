"""For which services one may propose items to a body, and planning its meetings."""

from datetime import datetime
from typing import Any

from plone import api

from commune.core.content.clock import BRUSSELS
from commune.core.rules.dates import long_date
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create, module_root
from commune.core.workflow.process import Refused
from commune.meeting.rules.sittings import Hours, against_hours, default_hours
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import aware, meeting_brains
from commune.meeting.workflow.proposals import against_creating
from commune.meeting.workflow.settings import unit_order

PLACE = "meetings"


def units_of(actor: Actor, body: Any) -> tuple[str, ...]:
    """The services for which the actor may propose items to the body, by uid, in the order of the tree."""
    return tuple(uid for uid in unit_order() if not against_creating(body, uid, actor))


def hours_of(date: datetime, start: datetime | None, end: datetime | None, pre: datetime | None) -> Hours:
    """The moments of a meeting; those not given follow from its date."""
    usual = default_hours(date)
    return Hours(date, start or usual.start, usual.mid, usual.mid_start, end or usual.end, pre)


def plan(body: Any, actor: Actor, hours: Hours, **fields: Any) -> Any:
    """A new meeting of the body; raises ``Refused``: not a manager of it, date taken, hours that cannot be."""
    check_manager(actor, body)
    refusals = against_hours(hours, [aware(brain.start) for brain in meeting_brains(body)])
    if refusals:
        raise Refused(*refusals)
    return create(
        module_root(body, PLACE),
        "meeting",
        id=f"{hours.date:%Y%m%d-%H%M}",
        title=meeting_title(hours.date, str(fields.get("category") or "")),
        date=hours.date,
        start=hours.start,
        end=hours.end,
        pre_meeting=hours.pre_meeting,
        **fields,
    )


def meeting_title(moment: datetime, category: str = "") -> str:
    """The code of the category, then date and time in the authority's language (MTG-7)."""
    local = moment.astimezone(BRUSSELS)
    told = f"{long_date(local.date(), api.portal.get_default_language(), weekday=True)}, {local:%H:%M}"
    return f"{category.strip()} – {told}" if category.strip() else told
