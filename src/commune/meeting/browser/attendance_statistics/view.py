"""Attendance of a body over a period, as a table and as a file for spreadsheets."""

from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate

from commune.core.content.clock import today
from commune.core.documents.spreadsheet import csv_file, send_csv
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.meeting.i18n import _
from commune.meeting.workflow.attendance_statistics import Period, Person, attendance_of, read_period
from commune.meeting.workflow.place import oversees

COLUMNS = (
    _("Person"),
    _("Meetings"),
    _("Present"),
    _("Excused"),
    _("Absent"),
    _("Attendance, in %"),
    _("Items of those meetings"),
    _("Items taken part in"),
    _("Items withdrawn from"),
)


class AttendanceStatistics(BrowserView):
    """``@@attendance-statistics?from=…&until=…``; with ``format=csv``, the file. For managers of the body."""

    page_title = _("Attendance")
    page = ViewPageTemplateFile("statistics.pt")
    columns = COLUMNS
    period: Period | None = None

    def __call__(self) -> Any:
        actor = current_actor(self.context)
        if not oversees(actor, self.context):
            raise NotFound("attendance-statistics")
        self.errors = []
        try:
            first, last = read_period(self.typed("from"), self.typed("until"), today())
            self.period = attendance_of(self.context, first, last)
        except Refused as refused:
            self.request.response.setStatus(400)
            self.errors = [{"text": sentence(one, self.request), "field": one.place} for one in refused.refusals]
        if self.period is not None and self.typed("format") == "csv":
            return self.file(self.period)
        return self.page()

    def file(self, period: Period) -> bytes:
        """The table as CSV."""
        headings = [str(translate(one, context=self.request)) for one in COLUMNS]
        send_csv(self.request.response, f"attendance-{period.first}-{period.last}")
        return csv_file([headings, *map(cells, period.lines)])

    def typed(self, name: str) -> str:
        return str(self.request.form.get(name, "")).strip()

    def day(self, name: str) -> str:
        """What stands in the form: what was typed, else the period shown."""
        shown = {} if self.period is None else {"from": str(self.period.first), "until": str(self.period.last)}
        return self.typed(name) or shown.get(name, "")

    @property
    def rows(self) -> list[list[Any]]:
        return [cells(line) for line in self.period.lines] if self.period is not None else []


def cells(line: Person) -> list[Any]:
    """The cells of one person; the share of the meetings attended is rounded to whole percents."""
    told = line.attended
    rate = f"{float(told.rate) * 100:.0f}" if told.rate is not None else ""
    return [
        line.name,
        told.meetings,
        told.present,
        told.excused,
        told.absent,
        rate,
        told.items,
        told.taken,
        told.withdrew,
    ]
