"""The list as a file for spreadsheets: the same rows, columns and order as on the screen, all pages."""

import csv
import io
from typing import Any

from Products.Five.browser import BrowserView
from zope.i18n import translate

from commune.core.browser.dashboards.table import BoardTable
from commune.core.workflow.dashboards.listing import Listing

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First signs that a spreadsheet takes for a formula."""


class CsvExport(BrowserView):
    """Semicolons and a byte-order mark, as the spreadsheets of Belgian offices expect."""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.context.name}.csv"')
        response.setHeader("Cache-Control", "private, no-store")
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";")
        writer.writerows([cell(one) for one in row] for row in self.rows())
        return ("\ufeff" + out.getvalue()).encode()

    def rows(self) -> list[list[str]]:
        """The headings, then the cells of every row that the person may see."""
        listing = Listing(self.context, dict(self.request.form), self.request)
        table = BoardTable(listing, self.request)
        table.update(())
        headings = [str(translate(column.header, context=self.request)) for column in table.columns]
        found = [[column.text(brain) for column in table.columns] for brain in listing.brains]
        return [headings, *found]


def cell(text: Any) -> str:
    """The text, kept from being read as a formula."""
    return f"'{text}" if str(text).startswith(FORMULA) else str(text)
