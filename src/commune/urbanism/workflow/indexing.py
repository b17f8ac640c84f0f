"""What the catalog knows of a permit's waiting: its next day, the College, who must answer."""

from datetime import date
from typing import Any

from plone.indexer import indexer

from commune.core.workflow.clocks import next_due
from commune.urbanism.content.permit import IPermit
from commune.urbanism.workflow.college import unanswered
from commune.urbanism.workflow.opinions import opinions

# A catalog leaves out of a sorted list what has no value to sort on.
NEVER = date(2400, 1, 1)


@indexer(IPermit)
def permit_due(permit: Any) -> date:
    """To sort on: the next due day, or one that comes after all the others."""
    clock = next_due(permit)
    return clock.deadline.due if clock and clock.deadline.due else NEVER


@indexer(IPermit)
def permit_college(permit: Any) -> str:
    """Where the request to the College stands: ``""``, unanswered, asked, scheduled or decided."""
    college = permit.college
    if college is None:
        return ""
    if college.taken:
        return "decided"
    if unanswered(permit):
        return "unanswered"
    return "scheduled" if college.day else "asked"


@indexer(IPermit)
def permit_awaits(permit: Any) -> tuple[str, ...]:
    """Whom the permit waits for: ``opinions``, and the services of the authority that owe one."""
    waiting = [one for one in opinions(permit) if one.sense is None]
    own = ("opinions",) if waiting else ()
    return (*own, *(one.unit for one in waiting if one.unit))
