"""What gathers the meetings of a body over some time: index of the register, attendance, minutes."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from commune.core.content.clock import BRUSSELS, today
from commune.core.documents.registry import Document
from commune.core.workflow.lookup import by_uid, by_uids
from commune.meeting.documents.minutes import build as minutes
from commune.meeting.documents.sitting import Facts, for_managers, said
from commune.meeting.i18n import _
from commune.meeting.workflow.attendance_statistics import attendance_of
from commune.meeting.workflow.deliberations import register
from commune.meeting.workflow.place import aware, meeting_brains
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import state_title

HERE = Path(__file__).parent
BODY = ("meeting_body",)
HELD = ("decided", "decisions_published", "closed")


def usual(first: date | None, last: date | None) -> tuple[date, date]:
    """The period asked for, both days inclusive; by default the year until now."""
    end = last or today()
    return first or date(end.year, 1, 1), end


def index(body: Any, first: date | None = None, last: date | None = None) -> Facts:
    """The numbers given in the period in order, the gaps explained; then the titles in the order of the alphabet."""
    start, end = usual(first, last)
    years = range(start.year, end.year + 1)
    lines = [line for year in years for line in register(body, year) if start <= line.day <= end]
    settings = settings_of(body)
    rows = [
        {"number": one.number, "day": one.day, "title": _title(one), "gap": _gap(one.gap, settings)} for one in lines
    ]
    named = sorted((row for row in rows if row["title"]), key=lambda row: row["title"].casefold())
    return {"body": body.title, "first": start, "last": end, "rows": rows, "named": named}


def _title(line: Any) -> str:
    item = by_uid(line.item)
    return item.title if item is not None else ""


def _gap(gap: str, settings: Any) -> str:
    if not gap:
        return ""
    return said(_("Deleted")) if gap == "deleted" else said(state_title(gap, settings))


def attendance(body: Any, first: date | None = None, last: date | None = None) -> Facts:
    """Each person's attendance in the period."""
    found = attendance_of(body, *usual(first, last))
    lines = [{"name": one.name, "told": _told(one.attended)} for one in found.lines]
    return {"body": body.title, "first": found.first, "last": found.last, "held": found.meetings, "lines": lines}


def _told(line: Any) -> Facts:
    rate = f"{float(line.rate) * 100:.0f} %" if line.rate is not None else ""
    told = {name: str(getattr(line, name)) for name in ("meetings", "present", "excused", "absent", "items", "taken")}
    return {**told, "rate": rate}


def all_minutes(body: Any, first: date | None = None, last: date | None = None) -> Facts:
    """The minutes of the meetings held in the period, by date."""
    start, end = usual(first, last)
    held = [brain.UID for brain in meeting_brains(body) if brain.review_state in HELD and start <= _day(brain) <= end]
    return {"body": body.title, "first": start, "last": end, "sittings": _minutes(by_uids(held))}


def _minutes(meetings: Iterable[Any]) -> list[Facts]:
    found = [minutes(meeting) for meeting in meetings]
    return [{**one, "points": one["items"]} for one in found]


def _day(brain: Any) -> date:
    return aware(brain.start).astimezone(BRUSSELS).date()


INDEX = Document("meeting.register", _("Index of the register"), BODY, HERE / "register.txt", index, for_managers)
ATTENDANCE = Document(
    "meeting.attendance_statistics", _("Attendance over a period"), BODY, HERE / "attendance_statistics.txt",
    attendance, for_managers,
)  # fmt: skip
MINUTES = Document(
    "meeting.all_minutes", _("Minutes of a period"), BODY, HERE / "all_minutes.txt", all_minutes, for_managers
)
