"""Attendance of a body over a period, person by person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from commune.core.content.clock import BRUSSELS
from commune.core.rules.refusals import Refusal
from commune.core.workflow.lookup import by_uid, by_uids
from commune.core.workflow.process import Refused
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance_statistics import Attended, statistics
from commune.meeting.workflow.place import aware, meeting_brains


@dataclass(frozen=True)
class Person:
    """A line with the name it is told by."""

    name: str
    attended: Attended


@dataclass(frozen=True)
class Period:
    """The lines of a period by name, and how many meetings were held with their attendance noted."""

    first: date
    last: date
    meetings: int
    lines: tuple[Person, ...]


def read_period(first: str, last: str, day: date) -> tuple[date, date]:
    """The days of a period, both inclusive; by default the year of ``day`` until then. Raises ``Refused``."""
    days, faults = [], []
    for name, text, usual in (("from", first, date(day.year, 1, 1)), ("until", last, day)):
        try:
            days.append(date.fromisoformat(text) if text else usual)
        except ValueError:
            faults.append(Refusal("statistics.day", {"text": text}, name))
    if not faults and days[0] > days[1]:
        faults.append(Refusal("statistics.order", {"first": days[0], "last": days[1]}, "until"))
    if faults:
        raise Refused(*faults)
    return days[0], days[1]


def attendance_of(body: Any, first: date, last: date) -> Period:
    """The attendance noted at the meetings of the body from ``first`` to ``last``, both inclusive."""
    chosen = [brain.UID for brain in meeting_brains(body) if first <= _day(brain) <= last]
    sheets = [sheet for sheet in map(sheet_of, by_uids(chosen)) if sheet.members]
    mandates = {member.uid: by_uid(member.uid) for sheet in sheets for member in sheet.members}
    persons = {uid: one.aq_parent for uid, one in mandates.items() if one is not None}
    names = {person.UID(): person.title for person in persons.values()}
    lines = statistics(sheets, {uid: person.UID() for uid, person in persons.items()})
    return Period(first, last, len(sheets), tuple(Person(names.get(one.person, one.person), one) for one in lines))


def _day(brain: Any) -> date:
    return aware(brain.start).astimezone(BRUSSELS).date()
